//! Debian's `fastboot`, unmodified, uses the virtual boards: over TCP, whose messages go to the board as transfers do.

use std::{
    fs,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, Output},
    thread::{self, JoinHandle},
    time::Duration,
};

use fastboot::rom::{Program, Traits};
use link::{UsbLink, cable::Cable};

use crate::board::{Shared, board, noise, uboot};

/// Room for an answer, or for all the data of an upload.
const ROOM: usize = 32 << 20;

/// Carries messages between the tool and a board until the tool leaves; gives the board back.
fn carry(listener: &TcpListener, mut cable: Cable) -> Cable {
    let (mut stream, _) = listener.accept().expect("the tool comes");
    let mut hello = [0; 4];
    stream.read_exact(&mut hello).expect("it greets");
    stream.write_all(b"FB01").expect("it listens");
    while let Ok(message) = receive(&mut stream) {
        let link: &mut dyn UsbLink = &mut cable;
        link.bulk_out(&message, Duration::from_secs(5)).expect("the board takes it");
        let mut answer = vec![0; ROOM];
        // All that the board has to say, as long as the tool is there.
        while let Ok(length) = link.bulk_in(&mut answer, Duration::from_secs(5)) {
            let head = (length as u64).to_be_bytes();
            if stream.write_all(&[&head, &answer[..length]].concat()).is_err() {
                return cable;
            }
        }
    }
    cable
}

fn receive(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    stream.read_exact(&mut length)?;
    let mut message = vec![0; u64::from_be_bytes(length) as usize];
    stream.read_exact(&mut message)?;
    Ok(message)
}

/// What a run of the tool left behind.
struct Run {
    output: Output,
    cable: Cable,
}

impl Run {
    fn said(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
            + &String::from_utf8_lossy(&self.output.stdout)
    }

    #[track_caller]
    fn good(self) -> (Cable, String) {
        let said = self.said();
        assert!(self.output.status.success(), "{said}");
        (self.cable, said)
    }
}

fn run(cable: Cable, arguments: &[&str]) -> Run {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("it is bound").port();
    let carrier: JoinHandle<Cable> = thread::spawn(move || carry(&listener, cable));
    let output = Command::new("fastboot")
        .args(["-s", &format!("tcp:127.0.0.1:{port}")])
        .args(arguments)
        .output()
        .expect("it is installed");
    Run { output, cable: carrier.join().expect("a board") }
}

/// A file of these bytes.
fn file(folder: &Path, bytes: &[u8]) -> String {
    let path = folder.join("image");
    fs::write(&path, bytes).expect("written");
    path.to_str().expect("text").into()
}

fn holds(emmc: &Shared, offset: u64, bytes: &[u8]) -> bool {
    emmc.bytes(offset, bytes.len()) == bytes
}

#[test]
#[ignore = "needs Debian's fastboot"]
fn debians_tool_asks_and_erases() {
    let env = vec![("serial#".into(), "0123".into())];
    let (cable, _) = uboot(32 << 20, Traits { env, ..Traits::default() });
    let (cable, said) = run(cable, &["getvar", "version"]).good();
    assert!(said.contains("version: 0.4"), "{said}");
    let (cable, said) = run(cable, &["getvar", "max-download-size"]).good();
    assert!(said.contains("max-download-size: 0x02000000"), "{said}");
    let (cable, said) = run(cable, &["erase", "root"]).good();
    assert!(said.contains("OKAY"), "{said}");
    let run = run(cable, &["erase", "nowhere"]);
    assert!(
        !run.output.status.success() && run.said().contains("invalid partition or device"),
        "{}",
        run.said()
    );
}

#[test]
#[ignore = "needs Debian's fastboot"]
fn debians_tool_flashes() {
    let folder = tempfile::tempdir().expect("a folder");
    // Whole blocks: of others, it makes pieces that U-Boot refuses.
    for (limit, length) in [(32 << 20, 5 << 20), (1 << 20, 5 << 20), (1 << 20, 4096)] {
        let (cable, emmc) = uboot(limit, Traits { info: 1, ..Traits::default() });
        let image = noise(length);
        run(cable, &["flash", "root", &file(folder.path(), &image)]).good();
        assert!(holds(&emmc, 1 << 20, &image), "{length} at {limit}");
    }
    let (cable, _) = uboot(1 << 20, Traits::default());
    let run = run(cable, &["flash", "root", &file(folder.path(), &noise((3 << 20) + 1))]);
    assert!(
        !run.output.status.success() && run.said().contains("Unknown chunk type"),
        "{}",
        run.said()
    );
}

#[test]
#[ignore = "needs Debian's fastboot"]
fn debians_tool_takes_a_th1520_from_its_rom_to_its_storage() {
    let folder = tempfile::tempdir().expect("a folder");
    let (cable, emmc) = board("licheepi-4a", Program::Th1520Rom, Traits::default());
    let (cable, _) = run(cable, &["flash", "ram", &file(folder.path(), &noise(1_069_000))]).good();
    let (mut cable, _) = run(cable, &["reboot"]).good();
    cable.reconnect().expect("the loader starts");
    let image = noise(2 << 20);
    run(cable, &["flash", "root", &file(folder.path(), &image)]).good();
    assert!(holds(&emmc, 9_416_704 * 512, &image));
}

#[test]
#[ignore = "needs Debian's fastboot"]
fn debians_tool_stages_on_a_k1_and_does_not_know_push() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut cable, _) = board("bananapi-f3", Program::K1Rom, Traits::default());
    for length in [197_000, 1_936_000] {
        (cable, _) = run(cable, &["stage", &file(folder.path(), &noise(length))]).good();
        (cable, _) = run(cable, &["continue"]).good();
        cable.reconnect().expect("the next stage");
    }
    let (cable, _) = run(cable, &["flash", "gpt", &file(folder.path(), b"{ }")]).good();
    let (cable, _) = run(cable, &["oem", "read:rootfs"]).good();
    let staged = folder.path().join("staged");
    let run = run(cable, &["get_staged", staged.to_str().expect("text")]);
    assert!(!run.output.status.success(), "{}", run.said());
}
