//! What is read in each article of `tests/articles/`, and what they tell together.

use crate::support;

fn seen(inputs: &str) -> String {
    support::run(&["timeline", inputs, "--width", "110"]).seen()
}

/// Each article has one snapshot of the same name.
#[test]
fn every_article() {
    support::settings("articles").bind(|| {
        insta::glob!("articles/*.txt", |path| {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let text = seen(&format!("tests/articles/{name}.txt"));
            // Without the empty suffix a snapshot is named after what the paths differ in.
            insta::with_settings!({ snapshot_suffix => "" }, {
                insta::assert_snapshot!(name, text);
            });
        });
    });
}

/// Short reports of thirty years of wars, coups, votes and talks, each with one snapshot of the same name.
#[test]
fn every_wire_report() {
    support::settings("wire").bind(|| {
        insta::glob!("wire/*.txt", |path| {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let text = seen(&format!("tests/wire/{name}.txt"));
            insta::with_settings!({ snapshot_suffix => "" }, {
                insta::assert_snapshot!(name, text);
            });
        });
    });
}

#[test]
fn one_chronology() {
    support::settings("articles").bind(|| {
        insta::assert_snapshot!("chronology", seen("tests/articles"));
    });
}
