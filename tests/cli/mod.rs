//! The subcommands as a script meets them.

mod machine;
mod store;
mod tables;
mod timeline;
