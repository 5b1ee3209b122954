//! Other people's clients: curl, tftp-hpa, atftp and busybox.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::{BOARD, file, program, send, server, take};

/// Has a client load a file, and compares what it has then.
#[track_caller]
fn loads(
    length: usize,
    client: impl Fn(&str, u16, &str, &Path) -> Command,
) -> racklet_flash::net::Sent {
    let (server, file) = (server(), file(length));
    let offer = server.offer(BOARD);
    let folder = tempfile::tempdir().expect("a folder for the client");
    let to = folder.path().join("loaded");
    let (host, port) = (server.address().ip().to_string(), server.address().port());
    let mut client = client(&host, port, offer.name(), &to);
    let sending = send(offer, &file);
    let output = client.output().expect("the client starts");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success(),
        "{length}: {text} {}",
        String::from_utf8_lossy(&output.stdout)
    );
    let sent =
        sending.join().expect("no panic").unwrap_or_else(|error| panic!("{length}: {error}"));
    // Some do not make a file for nothing.
    let loaded = fs::read(&to).unwrap_or_default();
    assert!(loaded == file, "{length}: {} bytes arrived", loaded.len());
    assert_eq!(server.refusals().requests, 0);
    sent
}

/// Lengths around a block's edges, and some windows of many blocks.
fn lengths(block: usize) -> [usize; 8] {
    [0, 1, block - 1, block, block + 1, 16 * block - 1, 16 * block, 3_000_000]
}

fn curl(arguments: &[&str], host: &str, port: u16, name: &str, to: &Path) -> Command {
    let mut curl = program("curl", "curl");
    curl.args(["-sS", "--max-time", "60"]).args(arguments).arg("-o").arg(to);
    curl.arg(format!("tftp://{host}:{port}/{name}"));
    curl
}

#[test]
fn curl_has_every_length() {
    for length in lengths(512) {
        let sent = loads(length, |host, port, name, to| curl(&[], host, port, name, to));
        assert_eq!((sent.block_size, sent.window_size), (512, 1));
        assert_eq!(sent.bytes, length as u64);
    }
}

#[test]
fn curl_has_blocks_of_the_size_that_it_asks_for() {
    for (asked, given) in [("8", 8), ("1024", 1024), ("1468", 1468), ("9000", 1468)] {
        for length in [0, 8, 1468, 1469, 100_000] {
            let arguments = ["--tftp-blksize", asked];
            let sent = loads(length, |host, port, name, to| curl(&arguments, host, port, name, to));
            assert_eq!(sent.block_size, given);
        }
    }
}

#[test]
fn curl_does_without_options() {
    for length in [0, 511, 512, 100_000] {
        loads(length, |host, port, name, to| curl(&["--tftp-no-options"], host, port, name, to));
    }
}

fn hpa(host: &str, port: u16, name: &str, to: &Path) -> Command {
    let mut tftp = program("tftp", "tftp-hpa");
    tftp.args(["-m", "octet", host, &port.to_string(), "-c", "get", name]).arg(to);
    tftp
}

#[test]
fn tftp_hpa_has_every_length() {
    for length in lengths(512) {
        loads(length, hpa);
    }
}

/// More than 65535 blocks, so that their numbers wrap.
#[test]
fn tftp_hpa_and_busybox_have_long_files() {
    let length = 66_000 * 512 + 3;
    assert_eq!(loads(length, hpa).blocks, 66_001);
    assert_eq!(
        loads(length, |host, port, name, to| busybox("512", host, port, name, to)).blocks,
        66_001
    );
}

fn busybox(block: &str, host: &str, port: u16, name: &str, to: &Path) -> Command {
    let mut busybox = program("busybox", "busybox-static");
    busybox
        .args(["tftp", "-g", "-b", block, "-r", name, "-l"])
        .arg(to)
        .args([host, &port.to_string()]);
    busybox
}

#[test]
fn busybox_has_every_length() {
    for (block, given) in [("512", 512), ("1468", 1468), ("8000", 1468)] {
        for length in lengths(given) {
            let sent = loads(length, |host, port, name, to| busybox(block, host, port, name, to));
            assert_eq!(usize::from(sent.block_size), given);
        }
    }
}

fn atftp(window: &str, host: &str, port: u16, name: &str, to: &Path) -> Command {
    let mut atftp = program("atftp", "atftp");
    atftp.args([
        "--option",
        "blksize 1468",
        "--option",
        &format!("windowsize {window}"),
        "-g",
        "-r",
        name,
        "-l",
    ]);
    atftp.arg(to).args([host, &port.to_string()]);
    atftp
}

/// The only one of them with windows.
#[test]
fn atftp_has_every_length_in_windows() {
    for (window, given) in [("1", 1), ("4", 4), ("16", 16), ("100", 64)] {
        for length in lengths(1468) {
            let sent = loads(length, |host, port, name, to| atftp(window, host, port, name, to));
            assert_eq!((sent.block_size, sent.window_size), (1468, given));
        }
    }
}

/// Has a client write a file, and compares what has come then.
#[track_caller]
fn writes(
    length: usize,
    client: impl Fn(&str, u16, &str, &Path) -> Command,
) -> racklet_flash::net::Received {
    let (server, file) = (server(), file(length));
    let mut inbox = server.accept(BOARD, length as u64);
    let folder = tempfile::tempdir().expect("a folder for the client");
    let from = folder.path().join("written");
    fs::write(&from, &file).expect("there is room");
    let (host, port) = (server.address().ip().to_string(), server.address().port());
    let child = client(&host, port, inbox.name(), &from)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let (got, received) = take(&mut inbox).unwrap_or_else(|error| panic!("{length}: {error}"));
    let output = child.and_then(Child::wait_with_output).expect("the client starts");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{length}: {text}");
    assert!(got == file, "{length}: {} bytes came", got.len());
    assert_eq!(server.refusals().requests, 0);
    received
}

#[test]
fn curl_writes_every_length() {
    for (block, given) in [("512", 512), ("1468", 1468), ("9000", 1468)] {
        for length in [1, given - 1, given, given + 1, 300_000] {
            let received = writes(length, |host, port, name, from| {
                let mut curl = program("curl", "curl");
                curl.args(["-sS", "--max-time", "60", "--tftp-blksize", block, "-T"]).arg(from);
                curl.arg(format!("tftp://{host}:{port}/{name}"));
                curl
            });
            assert_eq!(usize::from(received.block_size), given);
        }
    }
}

#[test]
fn tftp_hpa_writes_every_length() {
    // More than 65535 blocks, too.
    for length in [0, 1, 511, 512, 513, 300_000, 66_000 * 512 + 3] {
        let received = writes(length, |host, port, name, from| {
            let mut tftp = program("tftp", "tftp-hpa");
            tftp.args(["-m", "octet", host, &port.to_string(), "-c", "put"]).arg(from).arg(name);
            tftp
        });
        assert_eq!(received.blocks, length as u64 / 512 + 1);
    }
}

#[test]
fn atftp_writes_every_length() {
    for length in [0, 1, 1467, 1468, 1469, 3_000_000] {
        let received = writes(length, |host, port, name, from| {
            let mut atftp = program("atftp", "atftp");
            atftp.args(["--option", "blksize 1468", "-p", "-r", name, "-l"]).arg(from);
            atftp.args([host, &port.to_string()]);
            atftp
        });
        assert_eq!(received.block_size, 1468);
    }
}

#[test]
fn busybox_writes_every_length() {
    for (block, given) in [("512", 512), ("1468", 1468), ("8000", 1468)] {
        for length in [0, 1, given - 1, given, given + 1, 300_000] {
            let received = writes(length, |host, port, name, from| {
                let mut busybox = program("busybox", "busybox-static");
                busybox.args(["tftp", "-p", "-b", block, "-r", name, "-l"]).arg(from);
                busybox.args([host, &port.to_string()]);
                busybox
            });
            assert_eq!(usize::from(received.block_size), given);
        }
    }
}
