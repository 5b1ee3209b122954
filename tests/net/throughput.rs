//! How fast files are sent over loopback: `cargo test --release --test net throughput -- --ignored --nocapture`.
#![allow(clippy::print_stdout, reason = "it reports to whoever runs it")]

use std::time::Instant;

use tftp::client::Habits;

use crate::{BOARD, client::load, file, program, send, server};

const LENGTH: usize = 128 << 20;

#[test]
#[ignore = "prints figures, and judges nothing"]
fn throughput() {
    let file = file(LENGTH);
    for window in [1, 16, 64] {
        let habits = Habits::UBOOT.with_window(window);
        report(&format!("our client, window {window}"), &file, |address, name| {
            let got = load(address, BOARD, name, habits).expect("it arrives");
            assert_eq!(got.len(), LENGTH);
        });
    }
    for block in ["512", "1468"] {
        report(&format!("curl, blocks of {block}"), &file, |address, name| {
            let url = format!("tftp://{address}/{name}");
            let mut curl = program("curl", "curl");
            curl.args(["-sS", "-o", "/dev/null", "--tftp-blksize", block, &url]);
            assert!(curl.status().expect("curl starts").success());
        });
    }
    for window in ["1", "16", "64"] {
        report(&format!("atftp, window {window}"), &file, |address, name| {
            let mut atftp = program("atftp", "atftp");
            let window = format!("windowsize {window}");
            atftp.args(["--option", "blksize 1468", "--option", &window, "-g", "-r", name]);
            atftp.args(["-l", "/dev/null", &address.ip().to_string(), &address.port().to_string()]);
            assert!(atftp.status().expect("atftp starts").success());
        });
    }
}

fn report(what: &str, file: &[u8], client: impl FnOnce(std::net::SocketAddrV4, &str)) {
    let server = server();
    let offer = server.offer(BOARD);
    let name = offer.name().to_string();
    let sending = send(offer, file);
    let start = Instant::now();
    client(server.address(), &name);
    let seconds = start.elapsed().as_secs_f64();
    let sent = sending.join().expect("no panic").expect("all arrived");
    println!(
        "{what}: {:.0} MB/s, {} blocks sent again, {} timeouts",
        LENGTH as f64 / 1e6 / seconds,
        sent.resent,
        sent.timeouts
    );
}
