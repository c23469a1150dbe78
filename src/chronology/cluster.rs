//! Which mentions are of one event: the likeliest pairs first, and never a chain of near ones to a far one.

use super::block::pairs;
use super::judge::Judge;
use super::profile::Profile;
use super::score::{FITTING, Likeness, SAME, compare};
use super::ties::Ties;
use crate::event::Basis;
use crate::gazetteer::Gazetteer;
use crate::parallel;
use crate::time::Interval;

/// Of larger clusters only so many members are compared, spread evenly.
const WITNESSES: usize = 12;

/// Clusters of mention indices, each ascending, in order of their first.
pub(super) fn clusters(
    profiles: &[Profile<'_>],
    judge: &Judge,
    rejected: &[bool],
    gazetteer: &Gazetteer,
) -> Vec<Vec<usize>> {
    let ties = Ties::new(gazetteer);
    let mut forest = Forest::new(profiles);
    for &(a, b, at) in &judge.same {
        let (a, b) = (forest.root(a), forest.root(b));
        if a != b && !judge.parts(&forest.members[a], &forest.members[b], at) {
            forest.join(a, b);
            forest.forced[a.min(b)] = true;
        }
    }
    for link in links(profiles, rejected, gazetteer) {
        let (a, b) = (forest.root(link.a), forest.root(link.b));
        if a != b
            && !judge.parts(&forest.members[a], &forest.members[b], 0)
            && forest.fits(a, b, profiles, &ties)
        {
            forest.join(a, b);
        }
    }
    let mut clusters: Vec<Vec<usize>> = Vec::new();
    for (root, mut members) in forest.members.into_iter().enumerate() {
        members.retain(|m| !rejected[*m]);
        if forest.parent[root] == root && !members.is_empty() {
            members.sort_unstable();
            clusters.push(members);
        }
    }
    clusters.sort_unstable();
    clusters
}

/// A pair alike enough to be one event.
struct Link {
    points: i32,
    /// How far apart in one article, so that "the attack" goes to the one told last; the most in two articles.
    distance: u32,
    a: usize,
    b: usize,
}

/// The likeliest first.
fn links(profiles: &[Profile<'_>], rejected: &[bool], gazetteer: &Gazetteer) -> Vec<Link> {
    let ties = || Ties::new(gazetteer);
    let mut links: Vec<Link> = parallel::some(&pairs(profiles), ties, |ties, &(a, b)| {
        let (a, b) = (a as usize, b as usize);
        if rejected[a] || rejected[b] {
            return None;
        }
        let (x, y) = (&profiles[a], &profiles[b]);
        let Likeness::Points(points) = compare(x, y, ties) else { return None };
        let distance = if x.article == y.article {
            x.mention.trigger.span.start.abs_diff(y.mention.trigger.span.start)
        } else {
            u32::MAX
        };
        (points >= SAME).then_some(Link { points, distance, a, b })
    });
    links.sort_unstable_by_key(|l| (std::cmp::Reverse(l.points), l.distance, l.a, l.b));
    links
}

/// Clusters while they grow.
struct Forest {
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// What all stated and carried times of a cluster share; `None` once they share nothing.
    common: Vec<Option<Interval>>,
    /// Put together by a person: its members need not agree.
    forced: Vec<bool>,
}

impl Forest {
    fn new(profiles: &[Profile<'_>]) -> Self {
        let firm = |p: &Profile<'_>| p.time.filter(|t| t.basis != Basis::Assumed).map(|t| t.days);
        Self {
            parent: (0..profiles.len()).collect(),
            members: (0..profiles.len()).map(|i| vec![i]).collect(),
            common: profiles.iter().map(|p| Some(firm(p).unwrap_or(Interval::ALWAYS))).collect(),
            forced: vec![false; profiles.len()],
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Joins two roots; the lower one stays, so that the outcome does not depend on who asked.
    fn join(&mut self, a: usize, b: usize) {
        let (keep, drop) = (a.min(b), a.max(b));
        self.parent[drop] = keep;
        let moved = std::mem::take(&mut self.members[drop]);
        self.members[keep].extend(moved);
        self.common[keep] = self.common[keep].zip(self.common[drop]).and_then(|(x, y)| x.intersect(&y));
        self.forced[keep] = self.forced[keep] || self.forced[drop];
    }

    /// Whether two clusters can be one: nobody excludes another, and on the average they are alike.
    fn fits(&self, a: usize, b: usize, profiles: &[Profile<'_>], ties: &Ties<'_>) -> bool {
        let (xs, ys) = (witnesses(&self.members[a]), witnesses(&self.members[b]));
        let (mut sum, mut never, mut all) = (0, 0, 0);
        for &x in &xs {
            for &y in &ys {
                all += 1;
                match compare(&profiles[x], &profiles[y], ties) {
                    Likeness::Points(points) => sum += points,
                    Likeness::Never(_) => never += 1,
                }
            }
        }
        if self.forced[a] || self.forced[b] {
            return never * 2 <= all;
        }
        never == 0 && sum >= FITTING * all
    }
}

/// All members of a small cluster, evenly spread ones of a large one.
fn witnesses(members: &[usize]) -> Vec<usize> {
    let mut sorted = members.to_vec();
    sorted.sort_unstable();
    if sorted.len() <= WITNESSES {
        return sorted;
    }
    (0..WITNESSES).map(|i| sorted[i * (sorted.len() - 1) / (WITNESSES - 1)]).collect()
}
