//! What no command does: control transfers, and transfers that nobody waits for. Each test runs itself under umockdev.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use link::{Fault, Pipe, Setup, UsbError, UsbLink};
use racklet_flash::transport::{
    self, Bus, Claimed, Host, Link, Place, Replay, Stop, Tap, Transcript,
};

use crate::{testbed, tool::Folder};

const ID: &str = "id 1f3a:efe8 out=01 in=82 mps=512";
const LIMIT: Duration = Duration::from_millis(300);

/// Whether this process runs under umockdev. If not, `write` writes the trace for one that does, and that runs `test`.
fn is_inside(test: &str, write: impl FnOnce(&Path)) -> bool {
    if std::env::var_os("UMOCKDEV_DIR").is_some() {
        return true;
    }
    let folder = Folder::new();
    let trace = folder.path("trace");
    write(&trace);
    let this = std::env::current_exe().expect("the path of this program");
    let mut command: Command = testbed(&folder, &trace);
    let output = command.arg(this).args(["--exact", test, "--nocapture"]).output();
    let output = output.expect("umockdev-run is installed");
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}\n{complained}");
    false
}

/// A link to a recorded board that is traced to a file.
fn traced(session: &str, trace: &Path) -> Link {
    let transcript = Transcript::parse(&format!("{ID}\n{session}")).expect("a transcript");
    let mut tap = Tap::default();
    tap.trace(trace, None, transcript.endpoints, (1, 2)).expect("a trace");
    Link::new(Box::new(Replay::new(transcript)), Stop::default(), tap)
}

fn board() -> Place {
    let mut places = transport::list(Bus::Libusb, |vendor, _| vendor == 0x1f3a).expect("a list");
    assert_eq!(places.len(), 1);
    places.remove(0)
}

fn opened() -> Box<dyn Host> {
    let Claimed { host, endpoints, .. } = board().open().expect("it opens");
    assert_eq!((endpoints.out, endpoints.r#in, endpoints.max_packet), (1, 0x82, 512));
    host
}

const READ: Setup = Setup { request_type: 0xc0, request: 1, value: 0x0203, index: 0x0405 };
const WRITE: Setup = Setup { request_type: 0x40, request: 0xc, value: 0, index: 0x0471 };
const SESSION: &str = "c c00102030405 < 0a0b0c\nc 400c00000471 > 01020304\n! control stall\n";

/// The requests of the session.
fn ask(link: &mut dyn UsbLink) {
    let mut answer = [0; 16];
    let control = |fault| UsbError { pipe: Pipe::Control, fault };
    assert_eq!(link.control_in(READ, &mut answer, LIMIT), Ok(3));
    assert_eq!(answer[..4], [10, 11, 12, 0]);
    assert_eq!(link.control_out(WRITE, &[1, 2, 3, 4], LIMIT), Ok(()));
    assert_eq!(link.control_out(WRITE, &[5], LIMIT), Err(control(Fault::Stall)));
}

#[test]
fn control_transfers_go_both_ways_stall_and_time_out() {
    let write = |trace: &Path| {
        let mut link = traced(SESSION, trace);
        ask(&mut link);
        link.finish().expect("the whole session");
    };
    if !is_inside("host::control_transfers_go_both_ways_stall_and_time_out", write) {
        return;
    }
    let mut link = Link::new(opened(), Stop::default(), Tap::default());
    ask(&mut link);
    let start = Instant::now();
    let late = link.control_in(READ, &mut [0; 16], LIMIT);
    assert_eq!(late, Err(UsbError { pipe: Pipe::Control, fault: Fault::TimedOut }));
    assert!(start.elapsed() >= LIMIT, "{:?}", start.elapsed());
}

/// A trace of nothing: the board never answers.
fn silence(trace: &Path) {
    traced("", trace).finish().expect("an empty session");
}

#[test]
fn what_is_cancelled_comes_back_in_order() {
    if !is_inside("host::what_is_cancelled_comes_back_in_order", silence) {
        return;
    }
    let mut host = opened();
    for round in 0..3 {
        (0..4).for_each(|size| host.submit_out(&vec![size; usize::from(size) << 10]));
        (0..3).for_each(|_| host.submit_in(4096));
        let start = Instant::now();
        assert_eq!(host.wait(Pipe::Out, LIMIT), None);
        assert!(start.elapsed() >= LIMIT, "round {round}: {:?}", start.elapsed());
        host.cancel();
        for (pipe, count) in [(Pipe::Out, 4), (Pipe::In, 3)] {
            for _ in 0..count {
                let done = host.wait(pipe, LIMIT).expect("it is back");
                assert_eq!((done.moved, done.fault), (0, Some(Fault::Cancelled)));
                assert!(host.received().is_empty());
            }
            assert_eq!(host.wait(pipe, LIMIT), None, "nothing is left");
        }
    }
}

#[test]
fn a_host_may_be_dropped_with_transfers_in_flight() {
    if !is_inside("host::a_host_may_be_dropped_with_transfers_in_flight", silence) {
        return;
    }
    for _ in 0..3 {
        let mut host = opened();
        (0..4).for_each(|_| host.submit_out(&[7; 70_000]));
        (0..4).for_each(|_| host.submit_in(70_144));
        let start = Instant::now();
        drop(host);
        assert!(start.elapsed() < Duration::from_secs(1), "they were not taken back");
    }
}

#[test]
fn boards_are_opened_from_several_threads() {
    if !is_inside("host::boards_are_opened_from_several_threads", silence) {
        return;
    }
    // umockdev mixes up the transfers of several openers, so there are none: each has a context of its own all the same.
    let place = board();
    std::thread::scope(|scope| {
        let open = || (0..10).for_each(|_| drop(place.open().expect("it opens")));
        (0..4).for_each(|_| drop(scope.spawn(open)));
    });
}
