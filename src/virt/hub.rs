//! A hub whose link to the computer several boards share. Its time is handed out packet by packet, in turn among the boards that
//! have a transfer pending, as a host controller does; a board without one gets none.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak},
    time::{Duration, Instant},
};

use super::Model;

/// Bytes of a bulk packet at high speed.
const PACKET: usize = 512;

/// When a transfer was over, in the hub's time; empty until then.
pub(super) type Ticket = Arc<OnceLock<Duration>>;

/// A hub at high speed.
#[derive(Debug)]
pub(super) struct Hub {
    begin: Instant,
    link: Mutex<Link>,
}

/// The link to the computer.
#[derive(Debug, Default)]
struct Link {
    /// Up to when its time is handed out.
    time: Duration,
    /// The boards, each with its number; the one whose turn is next is in front.
    boards: VecDeque<(u64, VecDeque<Job>)>,
    /// The number of the next board.
    next: u64,
}

/// A transfer that has to go over the link.
#[derive(Debug)]
struct Job {
    /// When it may begin.
    ready: Duration,
    /// Bytes that are left.
    left: usize,
    end: Ticket,
}

impl Hub {
    /// The hub of that name: all boards of this process that name it share it.
    pub(super) fn named(name: &str) -> Arc<Self> {
        static HUBS: Mutex<BTreeMap<String, Weak<Hub>>> = Mutex::new(BTreeMap::new());
        let mut hubs = HUBS.lock().unwrap_or_else(PoisonError::into_inner);
        hubs.retain(|_, hub| hub.strong_count() > 0);
        if let Some(hub) = hubs.get(name).and_then(Weak::upgrade) {
            return hub;
        }
        let hub = Arc::new(Self { begin: Instant::now(), link: Mutex::default() });
        hubs.insert(name.to_owned(), Arc::downgrade(&hub));
        hub
    }

    fn link(&self) -> MutexGuard<'_, Link> {
        self.link.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Link {
    /// Hands time out up to `now`. A packet that has begun is ended.
    fn advance(&mut self, now: Duration) {
        while self.time < now {
            if !self.packet() {
                let ready = self.boards.iter().filter_map(|(_, jobs)| Some(jobs.front()?.ready));
                let next = ready.filter(|ready| *ready > self.time).min().unwrap_or(now);
                self.time = next.min(now);
            }
        }
    }

    /// Carries one packet of the board whose turn it is. `false`: no board has one.
    fn packet(&mut self) -> bool {
        let ready = |(_, jobs): &(u64, VecDeque<Job>)| {
            jobs.front().is_some_and(|job| job.ready <= self.time)
        };
        let Some(turn) = self.boards.iter().position(ready) else { return false };
        self.boards.rotate_left(turn);
        if let Some((_, jobs)) = self.boards.front_mut()
            && let Some(job) = jobs.front_mut()
        {
            let bytes = job.left.min(PACKET);
            self.time += Model::HighSpeed.time(bytes);
            job.left -= bytes;
            if job.left == 0 {
                // Nobody else ends it.
                let _ = job.end.set(self.time);
                jobs.pop_front();
            }
        }
        self.boards.rotate_left(1);
        true
    }

    /// When a transfer of a board is over, if nothing more is handed over until then.
    fn estimate(&self, board: u64, end: &Ticket) -> Duration {
        let bytes = |jobs: &VecDeque<Job>| -> usize {
            let ready = jobs.iter().take_while(|job| job.ready <= self.time);
            ready.map(|job| job.left).sum()
        };
        let own = self.boards.iter().find(|(number, _)| *number == board);
        let own = own.map_or(0, |(_, jobs)| {
            let last = jobs.iter().position(|job| Arc::ptr_eq(&job.end, end));
            jobs.iter().take(last.map_or(0, |last| last + 1)).map(|job| job.left).sum()
        });
        let others = self.boards.iter().filter(|(number, _)| *number != board);
        let before: usize = others.map(|(_, jobs)| bytes(jobs).min(own)).sum();
        self.time + Model::HighSpeed.time(own + before)
    }
}

/// A board's place at a hub, which ends with this value.
#[derive(Debug)]
pub(super) struct Seat {
    hub: Arc<Hub>,
    board: u64,
}

impl Seat {
    pub(super) fn at(hub: Arc<Hub>) -> Self {
        let board = {
            let mut link = hub.link();
            let board = link.next;
            link.next += 1;
            link.boards.push_back((board, VecDeque::new()));
            board
        };
        Self { hub, board }
    }

    /// The hub's time.
    pub(super) fn now(&self) -> Duration {
        self.hub.begin.elapsed()
    }

    fn advanced(&self) -> MutexGuard<'_, Link> {
        let mut link = self.hub.link();
        link.advance(self.now());
        link
    }

    /// Whether none of the board's transfers is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.advanced().boards.iter().all(|(board, jobs)| *board != self.board || jobs.is_empty())
    }

    /// Has a transfer go over the link, after those that came before it, and not before `ready`.
    pub(super) fn carry(&self, bytes: usize, ready: Duration) -> Ticket {
        let mut link = self.advanced();
        let end = Ticket::default();
        let own = link.boards.iter_mut().find(|(board, _)| *board == self.board);
        match own {
            Some((_, jobs)) => jobs.push_back(Job { ready, left: bytes, end: end.clone() }),
            None => drop(end.set(ready)),
        }
        end
    }

    /// When a transfer was over or, as things are, will be.
    pub(super) fn due(&self, end: &Ticket) -> Duration {
        let link = self.advanced();
        end.get().copied().unwrap_or_else(|| link.estimate(self.board, end))
    }

    /// Takes all of the board's transfers back.
    pub(super) fn clear(&self) {
        let mut link = self.advanced();
        let own = link.boards.iter_mut().find(|(board, _)| *board == self.board);
        own.into_iter().for_each(|(_, jobs)| jobs.clear());
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.hub.link().boards.retain(|(board, _)| *board != self.board);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);
    /// Bytes of a millisecond.
    const BYTES: usize = 40_000;

    fn link(boards: &[&[(Duration, usize)]]) -> (Link, Vec<Vec<Ticket>>) {
        let mut link = Link::default();
        let mut tickets = Vec::new();
        for (number, jobs) in boards.iter().enumerate() {
            let jobs = jobs.iter().map(|(ready, left)| Job {
                ready: *ready,
                left: *left,
                end: Ticket::default(),
            });
            let jobs: VecDeque<_> = jobs.collect();
            tickets.push(jobs.iter().map(|job| job.end.clone()).collect());
            link.boards.push_back((number as u64, jobs));
        }
        (link, tickets)
    }

    /// Milliseconds, to the nearest one.
    fn end(ticket: &Ticket) -> u128 {
        (*ticket.get().expect("it is over") + MS / 2).as_millis()
    }

    #[test]
    fn boards_with_something_to_move_share_the_link_evenly() {
        let (mut link, tickets) = link(&[
            &[(Duration::ZERO, 10 * BYTES)],
            &[(Duration::ZERO, 10 * BYTES), (Duration::ZERO, 10 * BYTES)],
            &[],
            &[(MS * 35, BYTES)],
        ]);
        let estimate = link.estimate(0, &tickets[0][0]);
        assert_eq!((estimate + MS / 2).as_millis(), 20);
        link.advance(MS * 19);
        assert!(tickets.iter().flatten().all(|ticket| ticket.get().is_none()));
        link.advance(MS * 100);
        assert_eq!(end(&tickets[0][0]), 20);
        assert_eq!(tickets[1].iter().map(end).collect::<Vec<_>>(), [20, 30]);
        // Idle in between.
        assert_eq!(end(&tickets[3][0]), 36);
        assert!(link.time >= MS * 100);
    }

    #[test]
    fn a_transfer_of_nothing_takes_no_time_and_does_end() {
        let (mut link, tickets) = link(&[&[(MS, 0)], &[(MS, 1)]]);
        link.advance(MS * 2);
        assert_eq!((end(&tickets[0][0]), end(&tickets[1][0])), (1, 1));
    }

    #[test]
    fn a_name_is_one_hub_as_long_as_a_board_is_at_it() {
        let name = "a_name_is_one_hub";
        let one = Seat::at(Hub::named(name));
        let two = Seat::at(Hub::named(name));
        let other = Seat::at(Hub::named("another_hub"));
        assert!(Arc::ptr_eq(&one.hub, &two.hub) && !Arc::ptr_eq(&one.hub, &other.hub));
        let ticket = one.carry(BYTES, one.now());
        assert!(two.is_idle() && ticket.get().is_none());
        one.clear();
        assert!(one.is_idle());
        drop(one);
        assert_eq!(two.hub.link().boards.len(), 1);
    }
}
