//! The negative control: what Debian's `fastboot` sends of images that ours writes, as a device behind TCP is told it.

use std::{
    fs::File,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::fs::FileExt,
    path::Path,
    process::{Command, Stdio},
    thread,
};

use fastboot::sparse::{Pieces, Plan};

use crate::{
    image::{Image, PAGE},
    uboot::{Page, UBoot},
};

/// What a device was told: every command, and every download.
#[derive(Default)]
struct Told {
    commands: Vec<String>,
    downloads: Vec<Vec<u8>>,
}

/// A device that says OKAY to all and knows no variable. It takes downloads of at most `most` bytes.
fn device(listener: &TcpListener, most: usize) -> io::Result<Told> {
    let (mut stream, _) = listener.accept()?;
    let mut hello = [0; 4];
    stream.read_exact(&mut hello)?;
    stream.write_all(&hello)?;
    let mut told = Told::default();
    while let Ok(command) = receive(&mut stream) {
        let command = String::from_utf8_lossy(&command).into_owned();
        let size = command
            .strip_prefix("download:")
            .map(|size| usize::from_str_radix(size, 16).expect("digits"));
        told.commands.push(command.clone());
        match size {
            Some(size) if size <= most => {
                send(&mut stream, &format!("DATA{size:08x}"))?;
                let mut data = Vec::new();
                while data.len() < size {
                    data.extend(receive(&mut stream)?);
                }
                told.downloads.push(data);
                send(&mut stream, "OKAY")?;
            }
            Some(_) => send(&mut stream, "FAILtoo much")?,
            None if command.starts_with("getvar") => send(&mut stream, "FAILunknown")?,
            None => send(&mut stream, "OKAY")?,
        }
    }
    Ok(told)
}

fn receive(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    stream.read_exact(&mut length)?;
    let mut message = vec![0; u64::from_be_bytes(length) as usize];
    stream.read_exact(&mut message)?;
    Ok(message)
}

fn send(stream: &mut TcpStream, text: &str) -> io::Result<()> {
    stream.write_all(&[&(text.len() as u64).to_be_bytes(), text.as_bytes()].concat())
}

/// Has Debian's tool flash a file; whether it says that it did.
fn flash(file: &Path, limit: Option<&str>, most: usize) -> (bool, Told) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("it is bound").port();
    let device = thread::spawn(move || device(&listener, most).expect("a conversation"));
    let mut tool = Command::new("fastboot");
    tool.args(["-s", &format!("tcp:127.0.0.1:{port}")]);
    if let Some(limit) = limit {
        tool.args(["-S", limit]);
    }
    let status =
        tool.args(["flash", "part"]).arg(file).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let status = status.expect("it is installed");
    (status.success(), device.join().expect("a device"))
}

/// A file with this many zeros before its only block.
fn zeros_and_a_block(path: &Path, zeros: u64) {
    let file = File::create(path).expect("a file");
    file.write_all_at(&[7; PAGE], zeros).expect("written");
}

/// The tool says that all went well, and so does U-Boot: four gibibytes of zeros were not written.
#[test]
#[ignore = "needs Debian's fastboot and U-Boot's source"]
fn zeros_over_four_gibibytes_are_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("image");
    zeros_and_a_block(&path, 4 << 30);
    let (good, told) = flash(&path, Some("256M"), 1 << 30);
    assert!(good);
    let length = (4 << 30) + PAGE as u64;
    let mut uboot = UBoot::new(length, 256 << 20);
    for piece in &told.downloads {
        assert_eq!(uboot.flash(piece), "OKAY");
    }
    let mut lost = 0;
    uboot.pages(|pages, page| {
        if page == Page::Untouched {
            lost += pages.end - pages.start;
        }
    });
    assert_eq!(lost, 1 << 20, "pages that nobody wrote");

    // Ours, over the same image.
    let zeros = (0..4096).map(|index| Ok((index << 20, vec![0; 1 << 20])));
    let runs = zeros.chain([Ok((4 << 30, vec![7; PAGE]))]);
    let mut uboot = UBoot::new(length, 256 << 20);
    uboot.write(Pieces::new(runs, Plan::new(256 << 20, Some(length))).expect("a plan"));
    let mut held = Vec::new();
    uboot.pages(|pages, page| held.push((pages, page)));
    let [zeros, last] = [Page::Word([0; 4]), Page::Word([7; 4])];
    assert_eq!(held, [(0..1 << 20, zeros), (1 << 20..(1 << 20) + 1, last)]);
}

/// Without a limit, sizes are counted in 32 bits: of 5 GiB it announces one.
#[test]
#[ignore = "needs Debian's fastboot"]
fn without_a_limit_four_gibibytes_are_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("image");
    zeros_and_a_block(&path, (5 << 30) - PAGE as u64);
    let (_, told) = flash(&path, None, 0);
    assert!(told.commands.contains(&"download:40000000".into()), "{:?}", told.commands);
}

/// An image over the limit that is no multiple of 4096 bytes cannot be flashed at all.
#[test]
#[ignore = "needs Debian's fastboot and U-Boot's source"]
fn what_is_no_multiple_of_a_block_is_refused_by_uboot() {
    let image = Image::full((3 << 20) + 1);
    let mut bytes = vec![0; image.length as usize];
    bytes
        .chunks_mut(1 << 20)
        .enumerate()
        .for_each(|(index, part)| image.fill((index as u64) << 20, part));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("image");
    std::fs::write(&path, bytes).expect("written");
    let (good, told) = flash(&path, Some("1M"), 1 << 20);
    assert!(good, "the device said OKAY to all");
    let length = image.length.next_multiple_of(PAGE as u64);
    let mut uboot = UBoot::new(length, 1 << 20);
    assert_eq!(uboot.flash(&told.downloads[0]), "FAILUnknown chunk type");

    let mut uboot = UBoot::new(length, 1 << 20);
    uboot.write(Pieces::new(image.all(), Plan::new(1 << 20, Some(image.length))).expect("a plan"));
    uboot.holds(&image);
}
