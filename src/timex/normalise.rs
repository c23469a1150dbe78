//! (Form, anchors, tense) to value; pure.
