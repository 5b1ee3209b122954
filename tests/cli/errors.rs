//! Errors are for people: each kind says what failed, why, and what to do next, on a terminal and with --json alike.

use serde_json::Value;

use crate::tool::{Folder, image, loader, noise, run, text};

/// Words that read as if translated.
const STILTED: [&str; 14] = [
    " lies ",
    " lie ",
    "in place of",
    "so many",
    "once more",
    "nobody",
    "somebody",
    "look whether",
    "looked whether",
    " behind ",
    "who it is",
    "what is known",
    "left the bus",
    "os error",
];

/// Files that are not what a command needs, by the words that stand for them in a command line.
fn files(folder: &Folder) -> Vec<(&'static str, String)> {
    let mut damaged = loader("RK3588");
    *damaged.last_mut().expect("a checksum") ^= 1;
    let uboot = image(0x6000, 1000, Some("sun8i-h3-nanopi-neo"));
    vec![
        ("@MISSING", text(&folder.path("missing"))),
        ("@FOLDER", text(&folder.path(""))),
        ("@TEXT", folder.file("text.bin", &b"hello world\n".repeat(10))),
        ("@EMPTY", folder.file("empty.img", b"")),
        ("@IMAGE", folder.file("x.img", &noise(5120, 1))),
        ("@OUT", text(&folder.path("out"))),
        ("@PACKED", folder.file("cut.img.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03abc")),
        ("@ZIP", folder.file("img.zip", &[&b"PK\x03\x04"[..], &[0; 100]].concat())),
        ("@CUTLOADER", folder.file("cut.bin", &loader("RK3588")[..9000])),
        ("@BADLOADER", folder.file("bad.bin", &damaged)),
        ("@OTHERLOADER", folder.file("rk3576.bin", &loader("RK3576"))),
        ("@LOADER", folder.file("rk3588.bin", &loader("RK3588"))),
        ("@UBOOT", folder.file("u-boot-sunxi-with-spl.bin", &uboot)),
    ]
}

const LINES: &[(i32, &str)] = &[
    // The command line itself.
    (2, "flsh radxa/rock-5b @IMAGE"),
    (2, "@IMAGE"),
    (2, "rk3588 info"),
    (2, "rk info"),
    (2, "rk flash @IMAGE"),
    (2, "rk erase 0 10"),
    (2, "rk wl 0"),
    (2, "rk wl @IMAGE"),
    (2, "rk wl 0x @IMAGE"),
    (2, "rk wl -- -1 @IMAGE"),
    (2, "rk cs foo"),
    (2, "rk identify --nonsense"),
    (2, "rk identify --wait foo"),
    (2, "rk identify --port usb1"),
    (2, "rk identify --port 1-9 --virtual radxa/rock-5b"),
    (2, "rk identify --virtual radxa/rock-5x"),
    (2, "rk identify --virtual radxa/rock-5b:mode=foo"),
    (2, "rk identify --virtual radxa/rock-5b:foo=2"),
    (2, "rk identify --virtual radxa/rock-5b --virtual khadas/vim1"),
    (2, "fel --soc Z99 ver"),
    (2, "fel ver readl 0"),
    (2, "completions foo"),
    (2, "man fel foo"),
    (2, "boards nope/nope"),
    (2, "image info @IMAGE --port 1-1"),
    (2, "aml disk erase 0 8 --virtual khadas/vim1:mode=uboot"),
    (2, "rk disk read 0 99999999999 @OUT --virtual radxa/rock-5b:mode=usbplug"),
    // Files.
    (6, "rk db @MISSING --virtual radxa/rock-5b"),
    (6, "rk db @FOLDER --virtual radxa/rock-5b"),
    (6, "rk db @TEXT --virtual radxa/rock-5b"),
    (6, "rk db @EMPTY --virtual radxa/rock-5b"),
    (6, "rk db @CUTLOADER --virtual radxa/rock-5b"),
    (6, "rk db @BADLOADER --virtual radxa/rock-5b"),
    (6, "rk wl 0 @PACKED --virtual radxa/rock-5b:mode=usbplug"),
    (6, "rk wl 0 @ZIP --virtual radxa/rock-5b:mode=usbplug"),
    (6, "rk wl 0 @EMPTY --virtual radxa/rock-5b:mode=usbplug"),
    (6, "aml package flash @IMAGE --virtual khadas/vim1"),
    (6, "fel uboot @TEXT --virtual xunlong/orangepi-pc"),
    (6, "sf boot @TEXT @TEXT --virtual starfive/visionfive-2"),
    (6, "image info @MISSING"),
    (6, "fel ver --replay @MISSING"),
    (1, "fel ver --trace @MISSING/x --virtual xunlong/orangepi-pc"),
    // Refused.
    (7, "rk db @OTHERLOADER --virtual radxa/rock-5b"),
    (7, "rk identify --virtual radxa/rock-5b"),
    (7, "rk identify --virtual xunlong/orangepi-pc"),
    (7, "rk wl 0 @LOADER --virtual radxa/rock-5b:mode=usbplug"),
    (7, "rk disk erase 0 10 --virtual radxa/rock-5b:mode=usbplug"),
    (7, "aml disk write 0 @IMAGE --virtual khadas/vim1"),
    (7, "aml boot @LOADER --virtual khadas/vim1"),
    (7, "aml memory read 0xd9000000 16 @OUT --virtual khadas/vim1:password=abc"),
    (7, "fel write 0x40000000 @IMAGE --virtual xunlong/orangepi-pc"),
    (7, "fel uboot @UBOOT --virtual mangopi/mq-quad"),
    (7, "fel readl 0x1 --virtual xunlong/orangepi-pc"),
    (7, "fel --soc H616 ver --virtual xunlong/orangepi-pc"),
    (7, "fel ver --virtual xunlong/orangepi-pc:mode=fes"),
    (7, "fel read 0 16 @IMAGE --virtual xunlong/orangepi-pc"),
    // Boards that fail.
    (1, "rk wlx boot @IMAGE --yes --virtual radxa/rock-5b:mode=usbplug"),
    (1, "rk cs nand --virtual radxa/rock-5b:mode=usbplug"),
    (1, "rk db @LOADER --virtual radxa/rock-5b:usbplug=dead"),
    (1, "rk db @LOADER --virtual radxa/rock-5b:usbplug=lost"),
    (1, "rk wl 0 @IMAGE --yes --virtual radxa/rock-5b:mode=usbplug,fault=disconnect@20"),
    (1, "aml partition write nope @IMAGE --yes --virtual khadas/vim1:mode=uboot"),
    (1, "fel uboot @UBOOT --virtual xunlong/orangepi-pc:spl=hang"),
    (1, "fel ver --virtual xunlong/orangepi-pc:fault=disconnect@3"),
    (1, "fel ver --virtual xunlong/orangepi-pc:fail=silent"),
    (1, "serial uboot version --virtual starfive/visionfive-2"),
    (1, "serial console --expect login: --limit 1 --virtual starfive/visionfive-2:stage=uboot"),
];

#[test]
fn every_error_says_what_failed_and_what_to_do_next() {
    let folder = Folder::new();
    let files = files(&folder);
    for (code, line) in LINES {
        let line = files.iter().fold((*line).to_owned(), |line, (word, path)| {
            let words = line.split(' ').map(|part| match part.strip_prefix(word) {
                Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("{path}{rest}"),
                _ => part.to_owned(),
            });
            words.collect::<Vec<_>>().join(" ")
        });
        let told = run(&line);
        assert_eq!(told.code, *code, "{line}: {}", told.stderr);
        assert!(told.stderr.contains("error: "), "{line}: {}", told.stderr);
        assert!(told.stderr.contains("\n  what to do: "), "{line}: {}", told.stderr);
        let event = run(&format!("--json {line}")).last_event();
        check(&line, *code, &event);
    }
}

/// An `error` object that helps.
fn check(line: &str, code: i32, event: &Value) {
    assert_eq!((&event["event"], &event["exit"]), (&"error".into(), &code.into()), "{line}");
    let word = |key: &str| event[key].as_str().unwrap_or_default();
    for key in ["code", "message", "advice"] {
        assert!(!word(key).is_empty(), "{line}: no {key} in {event}");
    }
    let said = format!(" {} {} ", word("message"), word("advice")).to_lowercase();
    for words in STILTED {
        assert!(!said.contains(words), "{line}: `{words}` is in {said}");
    }
    assert!(!word("message").contains('\n'), "{line}: {event}");
    let usage = word("code") == "usage";
    let names_help = word("advice").contains("--help") || word("advice").contains("racklet-flash");
    assert!(!usage || names_help || word("advice").len() > 20, "{line}: {event}");
}
