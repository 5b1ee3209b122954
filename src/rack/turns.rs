//! Which node may begin: how many at once, how many of a group, and which ones come before it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::{
    error::RackError,
    manifest::{Manifest, Node},
};
use crate::transport::Stop;

/// How often a wish to stop is looked for by who waits.
const LOOK: Duration = Duration::from_millis(100);

/// The turns of all nodes.
pub(super) struct Turns<'t> {
    manifest: &'t Manifest,
    most: usize,
    now: Mutex<Now>,
    changed: Condvar,
}

#[derive(Default)]
struct Now {
    /// Those whose turn has not come.
    waiting: BTreeSet<usize>,
    running: usize,
    groups: BTreeMap<String, usize>,
    /// The nodes that have ended, and whether they are as they should be. Those that are not asked for count as good.
    ended: BTreeMap<usize, bool>,
}

/// A node's turn; it ends with this value.
pub(super) struct Turn<'t> {
    turns: &'t Turns<'t>,
    node: usize,
    good: bool,
}

impl<'t> Turns<'t> {
    /// `chosen`: the nodes that run, by their indices.
    pub(super) fn new(manifest: &'t Manifest, chosen: &[usize], most: Option<usize>) -> Self {
        let others = (0..manifest.nodes.len()).filter(|node| !chosen.contains(node));
        let ended = others.map(|node| (node, true)).collect();
        let waiting = chosen.iter().copied().collect();
        let now = Mutex::new(Now { waiting, ended, ..Now::default() });
        let most = most.or(manifest.jobs).unwrap_or(usize::MAX);
        Self { manifest, most, now, changed: Condvar::new() }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until a node may begin.
    ///
    /// # Errors
    ///
    /// A node that comes before it is not as it should be, or the user stops the rack.
    pub(super) fn wait(&'t self, node: usize, stop: &Stop) -> Result<Turn<'t>, RackError> {
        let mut now = self.now();
        let wanted = &self.manifest.nodes[node];
        loop {
            if stop.asked() {
                return self.never(node, now, RackError::Stopped);
            }
            let bad = wanted.after.iter().find(|before| now.ended.get(before) == Some(&false));
            if let Some(before) = bad {
                let name = self.manifest.nodes[*before].name.clone();
                return self.never(node, now, RackError::After(name));
            }
            if self.is_next(node, &now) {
                now.waiting.remove(&node);
                now.running += 1;
                *now.groups.entry(group(wanted)).or_default() += 1;
                self.changed.notify_all();
                return Ok(Turn { turns: self, node, good: false });
            }
            now = self.changed.wait_timeout(now, LOOK).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// A node cannot begin: nobody waits for its turn.
    pub(super) fn give_up(&self, node: usize) {
        let mut now = self.now();
        now.waiting.remove(&node);
        now.ended.insert(node, false);
        self.changed.notify_all();
    }

    /// The node never begins: those that come after it do not, either.
    fn never<T>(
        &self,
        node: usize,
        now: MutexGuard<'_, Now>,
        why: RackError,
    ) -> Result<T, RackError> {
        drop(now);
        self.give_up(node);
        Err(why)
    }

    /// Whether a node may begin, and no one before it in the manifest may.
    fn is_next(&self, node: usize, now: &Now) -> bool {
        let first =
            now.waiting.iter().find(|node| self.may_begin(&self.manifest.nodes[**node], now));
        first == Some(&node)
    }

    fn may_begin(&self, node: &Node, now: &Now) -> bool {
        let name = group(node);
        let group = self.manifest.groups.iter().find(|group| group.name == name);
        let most = group.and_then(|group| group.jobs).unwrap_or(usize::MAX);
        now.running < self.most
            && now.groups.get(&name).copied().unwrap_or(0) < most
            && node.after.iter().all(|before| now.ended.contains_key(before))
    }
}

fn group(node: &Node) -> String {
    node.group.clone().unwrap_or_default()
}

impl Turn<'_> {
    /// Ends the turn of a node that is as it should be, or is not.
    pub(super) fn end(mut self, good: bool) {
        self.good = good;
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut now = self.turns.now();
        now.running -= 1;
        let name = group(&self.turns.manifest.nodes[self.node]);
        if let Some(count) = now.groups.get_mut(&name) {
            *count -= 1;
        }
        now.ended.insert(self.node, self.good);
        self.turns.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::{
        path::Path,
        sync::atomic::{AtomicUsize, Ordering::SeqCst},
        thread,
    };

    use super::*;

    /// Three nodes, of which the third comes after the first.
    fn manifest() -> Manifest {
        of([("", ""), ("", ""), ("", "slot1")])
    }

    /// Nodes of these groups, each after another one.
    fn of(nodes: [(&str, &str); 3]) -> Manifest {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("disk.img"), [7; 512]).expect("a file of our own");
        let key = |name: &str, value: &str, text: String| {
            if value.is_empty() { String::new() } else { format!("{name} = {text}\n") }
        };
        let node = |((group, after), number): ((&str, &str), u8)| {
            let more = key("group", group, format!("\"{group}\""))
                + &key("after", after, format!("[\"{after}\"]"));
            format!(
                "[[node]]\nname = \"slot{number}\"\nboard = \"radxa/rock-5b\"\nport = \"1-1.{number}\"\nimage = \"disk\"\n{more}"
            )
        };
        let groups = if nodes[0].0.is_empty() { "" } else { "[group.tray]\njobs = 1\n" };
        let nodes: String = nodes.into_iter().zip(1..).map(node).collect();
        let text = format!("schema = 1\n{groups}[image.disk]\nfile = \"disk.img\"\n{nodes}");
        let path = folder.path().join(Path::new("rack.toml"));
        Manifest::of_bytes(&path, text.as_bytes()).expect("it is right")
    }

    #[test]
    fn a_node_that_cannot_begin_holds_nobody_up() {
        let (manifest, stop) = (manifest(), Stop::default());
        let turns = Turns::new(&manifest, &[0, 1, 2], Some(1));
        turns.give_up(0);
        let turn = turns.wait(1, &stop).map_err(|error| error.to_string()).expect("its turn");
        assert!(matches!(turns.wait(2, &stop), Err(RackError::After(name)) if name == "slot1"));
        turn.end(true);
    }

    /// The first of a group of which one is worked on at a time comes after the last: it does not keep the place.
    #[test]
    fn order_within_a_limited_group_holds_nobody_up() {
        let manifest = of([("tray", "slot3"), ("tray", ""), ("tray", "slot2")]);
        let stop = Stop::default();
        let turns = Turns::new(&manifest, &[0, 1, 2], None);
        let order = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for node in [0, 1, 2] {
                let (turns, stop, order) = (&turns, &stop, &order);
                scope.spawn(move || {
                    let turn = turns.wait(node, stop).map_err(|e| e.to_string()).expect("a turn");
                    order.lock().expect("nobody panicked").push(node);
                    turn.end(true);
                });
            }
        });
        assert_eq!(order.into_inner().expect("nobody panicked"), [1, 2, 0]);
    }

    #[test]
    fn only_so_many_nodes_are_worked_on_at_once() {
        let (manifest, stop) = (manifest(), Stop::default());
        let turns = Turns::new(&manifest, &[0, 1, 2], Some(1));
        let most = AtomicUsize::new(0);
        thread::scope(|scope| {
            for node in [2, 1, 0] {
                let (turns, stop, most) = (&turns, &stop, &most);
                scope.spawn(move || {
                    let turn = turns.wait(node, stop).map_err(|e| e.to_string()).expect("a turn");
                    assert_eq!(most.fetch_add(1, SeqCst), 0, "another one is at work");
                    thread::yield_now();
                    most.fetch_sub(1, SeqCst);
                    turn.end(true);
                });
            }
        });
    }
}
