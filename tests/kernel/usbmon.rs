//! What goes over the guest's bus, as the kernel itself tells it.
#![allow(dead_code, reason = "for cases with boards")]

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::Stdio,
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::world::{Background, other, results};

/// How long a reader has to take up what has happened already.
const SETTLE: Duration = Duration::from_millis(200);

/// A capture by tcpdump, which Wireshark reads. Data beyond what usbmon's buffer takes is cut; lengths are exact.
pub(crate) struct Capture {
    tcpdump: Background,
    /// What it counts at its end.
    said: JoinHandle<String>,
    file: PathBuf,
}

impl Capture {
    /// Begins a capture of a bus into `NAME.pcap` of [`results`].
    pub(crate) fn start(bus: u32, name: &str) -> Self {
        let file = results().join(format!("{name}.pcap"));
        // Before all else in the guest: usbmon's buffer has room for 300 KiB.
        let mut command = other("nice", &format!("-n -19 tcpdump -i usbmon{bus} -s 0 -Z root -w"));
        let mut tcpdump = Background::start(command.arg(&file).stderr(Stdio::piped()));
        let said = tcpdump.stderr();
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.contains("listening on")), "tcpdump does not listen");
        let said = thread::spawn(move || lines.map(|line| line + "\n").collect());
        Self { tcpdump, said, file }
    }

    /// Ends the capture, from which nothing may be missing; the file.
    #[track_caller]
    pub(crate) fn stop(self) -> PathBuf {
        thread::sleep(SETTLE);
        self.tcpdump.interrupt();
        let said = self.said.join().expect("it only reads");
        assert!(said.contains("\n0 packets dropped by kernel"), "{said}");
        self.file
    }
}

/// The events of a bus as lines (the kernel's Documentation/usb/usbmon.rst), each with up to 32 bytes of data.
pub(crate) struct Events {
    cat: Background,
    file: PathBuf,
}

impl Events {
    /// Begins to write the lines of a bus into `NAME.usbmon` of [`results`].
    pub(crate) fn start(bus: u32, name: &str) -> Self {
        let file = results().join(format!("{name}.usbmon"));
        // Opened here, so that nothing that follows is missed.
        let events = Path::new("/sys/kernel/debug/usb/usbmon").join(format!("{bus}u"));
        let events = File::open(events).expect("usbmon and debugfs are in the guest");
        let lines = File::create(&file).expect("results can be written");
        let cat = Background::start(other("cat", "").stdin(events).stdout(lines));
        Self { cat, file }
    }

    /// Ends; the lines.
    pub(crate) fn stop(self) -> String {
        thread::sleep(SETTLE);
        drop(self.cat);
        std::fs::read_to_string(self.file).expect("usbmon writes ASCII")
    }
}
