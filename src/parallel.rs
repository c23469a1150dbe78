//! The same work on many things at once, its results in their order: the only room that knows of threads.

use rayon::prelude::*;

/// So many things go to one thread together, where the work on each is small.
const SHARE: usize = 64;
/// And so many, where they share a notebook.
const NOTED: usize = 8192;

/// What `work` makes of each of these; for work of some size, such as reading an article.
pub(crate) fn map<T: Send, R: Send>(things: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    things.into_par_iter().map(work).collect()
}

/// What `work` makes of each number below `count`; for work so small that many go together.
pub(crate) fn each<R: Send>(count: usize, work: impl Fn(usize) -> R + Sync + Send) -> Vec<R> {
    (0..count).into_par_iter().with_min_len(SHARE).map(work).collect()
}

/// The same for a list, where it makes something of some of them only and remembers what helps it in a `notebook`:
/// there may be many, so that what is made must not depend on what a notebook has.
pub(crate) fn some<T: Sync, N, R: Send>(
    things: &[T],
    notebook: impl Fn() -> N + Sync + Send,
    work: impl Fn(&mut N, &T) -> Option<R> + Sync + Send,
) -> Vec<R> {
    things.par_iter().with_min_len(NOTED).map_init(notebook, work).flatten_iter().collect()
}
