//! lrzsz, both ways.

use std::{cell::RefCell, fs, path::Path, rc::Rc, time::Duration};

use link::{IoError, Silent, Sink, noise::Noise};
use tempfile::TempDir;
use xmodem::{
    Failure, Manner, Profile, Receiver, Sender,
    drive::{Error, File, Text, receive, send},
    wire::{self, FileInfo},
};

use crate::{
    image, program,
    pty::{self, Noisy},
};

const PATIENCE: Duration = Duration::from_secs(30);

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

/// Sends files to a program of lrzsz that runs in `folder`.
fn send_to(
    noise: Noise,
    name: &str,
    arguments: &[&str],
    folder: &Path,
    mut sender: Sender,
    files: &[(&str, &[u8])],
) {
    let mut command = program(name, "lrzsz");
    command.args(arguments).current_dir(folder);
    let (line, peer) = pty::run(&mut command);
    let mut sources: Vec<&[u8]> = files.iter().map(|(_, data)| *data).collect();
    let mut files: Vec<_> = files
        .iter()
        .zip(&mut sources)
        .map(|((name, _), source)| File { name: (*name).into(), source })
        .collect();
    let mut line = Noisy::new(line, noise);
    match send(&mut line, &mut sender, &mut files, &mut Text::default(), &mut Silent) {
        Ok(sent) => assert!(sent.confirmed),
        // `rx` flushes its terminal right after its last ACK, and a pty forgets what was not fetched by then: a program
        // that ends well has everything, and the test looks at what it wrote.
        Err(Error::Failed(Failure::EndUnconfirmed)) if name == "rx" => {}
        Err(error) => panic!("{error}"),
    }
    peer.finish(PATIENCE);
}

#[test]
fn rx_gets_a_file() {
    for (arguments, profile) in
        [(["-c", "-b", "out"], Profile::LRZSZ), (["-c", "-b", "out"], Profile::PLAIN)]
    {
        let (folder, data) = (folder(), image(200_001));
        send_to(
            Noise::none(),
            "rx",
            &arguments,
            folder.path(),
            Sender::xmodem(profile, 200_001, PATIENCE),
            &[("", &data)],
        );
        let got = fs::read(folder.path().join("out")).expect("it wrote a file");
        assert!(got.starts_with(&data) && got.len() < data.len() + 1024, "{} bytes", got.len());
        assert!(got[data.len()..].iter().all(|byte| *byte == 0x1a));
    }
}

#[test]
fn rx_gets_a_file_with_eight_bit_sums() {
    let (folder, data) = (folder(), image(20_000));
    send_to(
        Noise::none(),
        "rx",
        &["-b", "out"],
        folder.path(),
        Sender::xmodem(Profile::PLAIN, 20_000, PATIENCE),
        &[("", &data)],
    );
    assert!(fs::read(folder.path().join("out")).expect("it wrote a file").starts_with(&data));
}

#[test]
fn rb_gets_several_files_of_their_lengths() {
    let (folder, first, second) = (folder(), image(200_001), image(1));
    let sender = Sender::ymodem(Profile::LRZSZ, vec![200_001, 1], PATIENCE);
    send_to(
        Noise::none(),
        "rb",
        &["-b"],
        folder.path(),
        sender,
        &[("first.bin", &first), ("second.bin", &second)],
    );
    assert!(fs::read(folder.path().join("first.bin")).expect("it wrote a file") == first);
    assert!(fs::read(folder.path().join("second.bin")).expect("it wrote a file") == second);
}

/// What is lost, doubled or flipped on the way is sent again, to a receiver that is not ours.
#[test]
fn rb_gets_its_file_over_a_bad_line() {
    let data = image(100_001);
    for (seed, profile) in [(1, Profile::LRZSZ), (2, Profile::PLAIN)] {
        let folder = folder();
        let sender = Sender::ymodem(profile, vec![100_001], PATIENCE);
        send_to(
            Noise::random(seed, 40),
            "rb",
            &["-b"],
            folder.path(),
            sender,
            &[("noisy.bin", &data)],
        );
        assert!(fs::read(folder.path().join("noisy.bin")).expect("it wrote a file") == data);
    }
}

/// `rb` empties its terminal right after it has asked for the next file. An answer that was faster is lost: here it always
/// is, on a busy machine now and then.
#[test]
fn rb_that_misses_the_end_asks_for_it_again() {
    let (folder, data) = (folder(), image(3000));
    let mut command = program("rb", "lrzsz");
    command.arg("-b").current_dir(folder.path());
    let (line, peer) = pty::run(&mut command);
    let mut line = Noisy::new(line, Noise::none());
    line.swallowed = Some(wire::block(0, &[0; wire::SHORT], wire::Check::Crc));
    let mut source = &data[..];
    let mut files = [File { name: "late.bin".into(), source: &mut source }];
    let mut sender = Sender::ymodem(Profile::LRZSZ, vec![3000], PATIENCE);
    let sent = send(&mut line, &mut sender, &mut files, &mut Text::default(), &mut Silent);
    assert!(sent.expect("it arrives").confirmed);
    assert!(line.swallowed.is_none(), "the end came in another form");
    peer.finish(PATIENCE);
    assert!(fs::read(folder.path().join("late.bin")).expect("it wrote a file") == data);
}

/// What came, shared with the test.
type Got = Rc<RefCell<Vec<(Option<FileInfo>, Vec<u8>)>>>;

struct Last(Got);

impl Sink for Last {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        self.0.borrow_mut().last_mut().ok_or("no file")?.1.extend(data);
        Ok(())
    }
}

/// Receives what a program of lrzsz sends.
fn receive_from(
    name: &str,
    arguments: &[&str],
    folder: &Path,
    mut receiver: Receiver,
) -> Vec<(Option<FileInfo>, Vec<u8>)> {
    let mut command = program(name, "lrzsz");
    command.args(arguments).current_dir(folder);
    let (mut line, peer) = pty::run(&mut command);
    let got: Got = Rc::default();
    let mut begin = |info: Option<&FileInfo>| -> Result<Box<dyn Sink>, IoError> {
        got.borrow_mut().push((info.cloned(), Vec::new()));
        Ok(Box::new(Last(Rc::clone(&got))))
    };
    receive(&mut line, &mut receiver, &mut begin, &mut Silent).expect("it arrives");
    peer.finish(PATIENCE);
    got.take()
}

#[test]
fn sx_sends_a_file() {
    let (folder, data) = (folder(), image(100_001));
    fs::write(folder.path().join("in.bin"), &data).expect("written");
    for arguments in [&["-b", "in.bin"][..], &["-k", "-b", "in.bin"]] {
        for receiver in
            [Receiver::xmodem(Manner::PLAIN), Receiver::xmodem(Manner::PLAIN).with_sums()]
        {
            let got = receive_from("sx", arguments, folder.path(), receiver);
            assert!(got[0].1.starts_with(&data) && got[0].1.len() < data.len() + 1024);
        }
    }
}

#[test]
fn sb_sends_several_files() {
    let (folder, first, second) = (folder(), image(100_001), image(300));
    fs::write(folder.path().join("first.bin"), &first).expect("written");
    fs::write(folder.path().join("second.bin"), &second).expect("written");
    for arguments in
        [&["-b", "first.bin", "second.bin"][..], &["-k", "-b", "first.bin", "second.bin"]]
    {
        let got = receive_from("sb", arguments, folder.path(), Receiver::ymodem(Manner::PLAIN));
        let info = |index: usize| got[index].0.clone().expect("announced");
        assert_eq!((info(0).name, info(0).size), ("first.bin".into(), Some(100_001)));
        assert_eq!((info(1).name, info(1).size), ("second.bin".into(), Some(300)));
        assert!(got[0].1 == first && got[1].1 == second);
    }
}

/// The virtual boards' receivers understand another sender than ours.
#[test]
fn sx_and_sb_send_to_the_receivers_of_virtual_boards() {
    let (folder, data) = (folder(), image(20_001));
    fs::write(folder.path().join("in.bin"), &data).expect("written");
    for manner in [Manner::JH7110_ROM, Manner::JH7110_AGENT, Manner::UBOOT] {
        let got =
            receive_from("sx", &["-k", "-b", "in.bin"], folder.path(), Receiver::xmodem(manner));
        assert!(got[0].1.starts_with(&data), "{}", manner.name);
    }
    let got =
        receive_from("sb", &["-k", "-b", "in.bin"], folder.path(), Receiver::ymodem(Manner::UBOOT));
    assert!(got[0].1 == data);
}

/// The SPL's part, with a receiver that is not ours: its words, then `rb`, then U-Boot's.
#[test]
fn rb_in_the_spls_place_gets_uboot() {
    let (folder, uboot) = (folder(), fit::build::uboot("riscv", 0x4020_0000, &image(60_001)));
    let script = "printf 'DDR version: dc2e84f0.\\r\\nTrying to boot from UART\\r\\n'; rb -b || exit 1; \
                  printf '\\r\\nU-Boot 2025.01\\r\\n'; sleep 1";
    // Named where it is missing.
    drop(program("rb", "lrzsz"));
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script]).current_dir(folder.path());
    let (mut line, peer) = pty::run(&mut command);
    let mut silent = Silent;
    let mut console = uboot::host::Console::new(&mut line, &mut silent);
    starfive::host::boot_spl(&mut console, &uboot).expect("it boots");
    peer.finish(PATIENCE);
    assert!(fs::read(folder.path().join("u-boot.itb")).expect("it wrote a file") == uboot);
}
