//! What a command does to the bus, as the kernel's usbmon tells it.

use crate::usbmon::Events;

/// The transfers of a run.
#[derive(Default)]
pub(crate) struct Bus {
    /// From the first submission to the last end, in seconds.
    pub(crate) time: f64,
    /// URBs.
    pub(crate) transfers: usize,
    /// How often a transfer ended that had none behind it: the host is awaited.
    pub(crate) waits: usize,
    /// Bytes of long transfers: the data, without the messages around it.
    pub(crate) data: u64,
    /// From the first submission of those to their last end, in seconds.
    pub(crate) data_time: f64,
}

/// A transfer that is longer carries data: what protocols say besides has 512 bytes at most.
const LONG: u64 = 512;

impl Bus {
    /// Watches bus 1 while `work` goes on.
    pub(crate) fn watch<T>(work: impl FnOnce() -> T) -> (T, Self) {
        let events = Events::start(1, "bench");
        let result = work();
        (result, Self::of(&events.stop()))
    }

    /// Reads usbmon's lines: `TAG MICROSECONDS S|C Bo:BUS:ADDRESS:ENDPOINT STATUS LENGTH …`; in place of the status a
    /// control transfer that begins has `s` and five words.
    fn of(events: &str) -> Self {
        let mut bus = Self::default();
        let (mut first, mut first_data, mut in_flight) = (None, None, 0usize);
        for line in events.lines() {
            let words: Vec<_> = line.split(' ').collect();
            let [_, time, kind, address, status, length, ..] = words[..] else { continue };
            if !address.starts_with(['B', 'C']) {
                continue;
            }
            let length = if status == "s" { words.get(10).unwrap_or(&"") } else { length };
            // The clock of usbmon's text is 12 bits of seconds and the rest microseconds.
            let time: f64 = time.parse().expect("microseconds");
            let length: u64 = length.parse().unwrap_or(0);
            if kind == "S" {
                first.get_or_insert(time);
                if length > LONG {
                    first_data.get_or_insert(time);
                }
                bus.transfers += 1;
                in_flight += 1;
            } else {
                in_flight = in_flight.saturating_sub(1);
                bus.waits += usize::from(in_flight == 0);
                bus.time = (time - first.unwrap_or(time)) / 1e6;
                if length > LONG {
                    bus.data += length;
                    bus.data_time = (time - first_data.unwrap_or(time)) / 1e6;
                }
            }
        }
        bus
    }
}
