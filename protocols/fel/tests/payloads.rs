//! The checked-in payloads are what the sources beside them assemble to.

use std::{path::Path, process::Command};

use fel::payload::Payload;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/payloads");

#[test]
fn the_binaries_are_what_the_sources_assemble_to() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("payloads");
    std::fs::create_dir_all(&out).expect("a folder in the target directory");
    let status =
        Command::new(format!("{FOLDER}/assemble")).arg(&out).status().expect("the script starts");
    assert!(
        status.success(),
        "install Debian's binutils-arm-linux-gnueabi and binutils-riscv64-linux-gnu"
    );
    let sources = std::fs::read_dir(FOLDER).expect("the payloads' folder").filter_map(|entry| {
        let path = entry.expect("an entry").path();
        (path.extension()? == "S").then_some(path)
    });
    let mut count = 0;
    for source in sources {
        let name = source.with_extension("bin");
        let file = name.file_name().expect("a file");
        let (old, new) = (std::fs::read(&name), std::fs::read(out.join(file)));
        assert!(old.is_ok() && old.ok() == new.ok(), "{}: run payloads/assemble", source.display());
        count += 1;
    }
    assert_eq!(count, Payload::ALL.len());
}

#[test]
fn no_payload_begins_like_another() {
    for payload in Payload::ALL {
        assert_eq!(payload.code().len() % 4, 0, "{payload:?}");
        let memory = payload.with(&[1, 2, 3]);
        assert_eq!(Payload::recognise(&memory), Some(payload));
    }
    assert_eq!(Payload::recognise(&[0; 64]), None);
}

#[test]
fn a_round_of_register_reads_is_worth_its_trip() {
    assert!(Payload::Readl.code().len() + 4 + 240 * 4 <= 0x400);
}
