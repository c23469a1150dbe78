//! The subcommands as a script meets them.

mod decide;
mod diff;
mod faults;
mod machine;
mod store;
mod tables;
mod timeline;
