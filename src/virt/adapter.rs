//! A USB serial adapter with a virtual board's line behind it, at the real pace of the line.
//!
//! It is a CP2102: one interface, one bulk endpoint each way, settings by control requests (Silicon Labs AN571). The
//! kernel's own driver, cp210x, speaks to it.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use link::{
    IoError, Pipe, Setup,
    device::{Answer, Busy, Device, Gave, Identity, Took},
    line::{Wire, byte_time},
};

use super::{Flash, PlugError, SerialSpec};

/// Bytes that wait for the line: AN571 has 640 for the CP2102.
const QUEUE: u32 = 640;
/// Bytes from the board that wait for the host: the CP2102 has 576, and the kernel's driver reads all the time.
const HEARD: usize = 4096;
const PACKET: usize = 64;
/// The part number of a CP2102.
const PART: u8 = 2;

/// Requests to the interface, by AN571's names for them.
mod request {
    pub(super) const GET_LINE_CTL: u8 = 0x04;
    pub(super) const GET_MDMSTS: u8 = 0x08;
    pub(super) const GET_COMM_STATUS: u8 = 0x10;
    pub(super) const PURGE: u8 = 0x12;
    pub(super) const GET_FLOW: u8 = 0x14;
    pub(super) const SET_BAUDRATE: u8 = 0x1e;
    pub(super) const VENDOR: u8 = 0xff;
}

/// An adapter that is plugged in.
pub(super) struct Adapter {
    wire: Wire,
    flash: Flash,
    begin: Instant,
    /// When the last byte for the board has left.
    sent_at: Duration,
    heard: VecDeque<u8>,
    baud: u32,
    /// Bytes to the board until it is pulled out.
    left: Option<u64>,
    /// The board's flash is in its file.
    kept: bool,
}

impl Adapter {
    /// Plugs an adapter in, and powers the board behind it on.
    pub(super) fn plug(spec: &SerialSpec) -> Result<Self, PlugError> {
        let baud = spec.baud();
        let (wire, flash) = spec.power_on(baud)?.split();
        Ok(Self {
            wire,
            flash,
            begin: Instant::now(),
            sent_at: Duration::ZERO,
            heard: VecDeque::new(),
            baud,
            left: spec.gone_after(),
            kept: false,
        })
    }

    /// Lets the line live until now.
    fn catch_up(&mut self) -> Duration {
        let now = self.begin.elapsed();
        while self.wire.now() < now {
            self.wire.run(now);
            self.heard.extend(self.wire.take(usize::MAX));
            // Unread bytes are lost, oldest first.
            let extra = self.heard.len().saturating_sub(HEARD);
            self.heard.drain(..extra);
        }
        now
    }

    /// Bytes that have not left yet.
    fn queued(&mut self) -> u32 {
        let time = self.sent_at.saturating_sub(self.catch_up());
        let bytes = time.as_nanos().div_ceil(byte_time(self.baud).as_nanos());
        u32::try_from(bytes).unwrap_or(u32::MAX)
    }

    fn set(&mut self, setup: Setup, data: &[u8]) -> Answer {
        match (setup.request, data) {
            (request::SET_BAUDRATE, &[a, b, c, d]) => {
                self.catch_up();
                self.baud = u32::from_le_bytes([a, b, c, d]).max(1);
                self.wire.set_baud(self.baud);
            }
            (request::PURGE, _) => self.heard.clear(),
            // Modem lines, flow control and the rest change nothing on a line of two wires.
            _ => {}
        }
        Answer::Data(Vec::new())
    }

    fn get(&mut self, setup: Setup) -> Answer {
        match setup.request {
            request::VENDOR => Answer::Data(vec![PART]),
            request::GET_LINE_CTL => Answer::Data(vec![0x00, 0x08]),
            request::GET_MDMSTS => Answer::Data(vec![0]),
            request::GET_FLOW => Answer::Data(vec![0; 16]),
            request::GET_COMM_STATUS => {
                let mut status = vec![0; 19];
                status[12..16].copy_from_slice(&self.queued().to_le_bytes());
                Answer::Data(status)
            }
            _ => Answer::Stall,
        }
    }
}

impl Device for Adapter {
    fn identity(&self) -> Identity {
        Identity {
            usb: 0x0200,
            vendor: 0x10c4,
            product: 0xea60,
            release: 0x0100,
            class: [0xff, 0, 0],
            strings: [
                "Silicon Labs".into(),
                "CP2102 USB to UART Bridge Controller (virtual)".into(),
                String::new(),
            ],
            out: 0x01,
            r#in: 0x81,
            max_packet: PACKET,
        }
    }

    fn control(&mut self, setup: Setup, data: &[u8]) -> Answer {
        if setup.request_type & 0x80 == 0 { self.set(setup, data) } else { self.get(setup) }
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        if self.gone() {
            return Took::Gone;
        }
        let room = QUEUE.saturating_sub(self.queued()) as usize / PACKET * PACKET;
        let count = packets.len().min(room);
        if count == 0 && !packets.is_empty() {
            return Took::Nak;
        }
        self.sent_at = self.wire.send(&packets[..count]);
        self.left = self.left.map(|left| left.saturating_sub(count as u64));
        Took::Bytes(count)
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        if self.gone() {
            return Gave::Gone;
        }
        self.catch_up();
        let count = self.heard.len().min(buf.len());
        if count == 0 {
            return Gave::Nak;
        }
        buf.iter_mut().zip(self.heard.drain(..count)).for_each(|(to, byte)| *to = byte);
        Gave::Bytes(count, true)
    }

    fn clear_halt(&mut self, _: Pipe) {}

    fn gone(&mut self) -> bool {
        self.left == Some(0)
    }

    /// The line goes on by itself.
    fn busy(&mut self) -> Busy {
        Busy::Working
    }

    fn notes(&mut self) -> Vec<String> {
        self.wire.device().notes()
    }

    fn keep(&mut self) -> Result<(), IoError> {
        self.kept = true;
        Ok(self.flash.save()?)
    }
}

impl Drop for Adapter {
    fn drop(&mut self) {
        // Pulled out in the midst of something, with nobody to tell.
        if !self.kept {
            let _ = self.flash.save();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adapter(options: &str) -> Adapter {
        let spec = format!("starfive/visionfive-2{options}").parse().expect("a board");
        Adapter::plug(&spec).expect("it has power")
    }

    #[test]
    fn bytes_wait_for_the_line_and_the_driver_is_told_how_many() {
        let mut adapter = adapter("");
        assert_eq!(adapter.bulk_out(&[0x55; 1029]), Took::Bytes(640));
        // Less than a packet can have left in a few microseconds.
        assert_eq!(adapter.bulk_out(&[0x55; 1029]), Took::Nak);
        let ask = Setup { request_type: 0xc1, request: 0x10, value: 0, index: 0 };
        let Answer::Data(status) = adapter.control(ask, &[]) else { panic!("no status") };
        let queued = u32::from_le_bytes([status[12], status[13], status[14], status[15]]);
        assert!((500..=640).contains(&queued), "{queued}");
    }

    #[test]
    fn what_the_board_says_comes_at_its_pace() {
        let mut adapter = adapter("");
        assert_eq!(adapter.bulk_in(&mut [0; 64]), Gave::Nak);
        std::thread::sleep(Duration::from_millis(40));
        let mut buf = [0; 64];
        let Gave::Bytes(count, true) = adapter.bulk_in(&mut buf) else { panic!("nothing came") };
        assert!(buf[..count].windows(10).any(|text| text == b"(C)StarFiv"), "{buf:?}");
    }

    #[test]
    fn what_nobody_reads_is_lost_oldest_first() {
        let mut adapter = adapter("");
        adapter.heard.extend((0..100_000_u32).map(|at| at as u8));
        std::thread::sleep(Duration::from_millis(1));
        adapter.catch_up();
        assert!(adapter.heard.len() <= HEARD, "{}", adapter.heard.len());
    }

    #[test]
    fn no_rate_that_a_host_sets_is_too_much() {
        let mut adapter = adapter("");
        for baud in [0, 1, 115_200, u32::MAX, 1] {
            let set = Setup { request_type: 0x41, request: 0x1e, value: 0, index: 0 };
            adapter.control(set, &baud.to_le_bytes());
            let took = adapter.bulk_out(&[0x55; 4096]);
            assert!(matches!(took, Took::Nak) || matches!(took, Took::Bytes(n) if n <= 640));
            adapter.bulk_in(&mut [0; 64]);
        }
    }

    #[test]
    fn it_is_pulled_out_after_so_many_bytes() {
        let mut adapter = adapter(":fault=gone@100");
        assert!(matches!(adapter.bulk_out(&[0; 64]), Took::Bytes(64)));
        assert!(matches!(adapter.bulk_out(&[0; 64]), Took::Bytes(64)));
        assert_eq!(adapter.bulk_out(&[0; 64]), Took::Gone);
    }
}
