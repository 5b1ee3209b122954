//! `amlogic package info` and `unpack`, and what `image info` says of Amlogic's files.

use std::{fs, path::Path};

use amlogic::package::{Build, Content, Format};
use serde_json::Value;

use crate::tool::{
    Folder,
    amlogic::{axg, g12, gx, gxbb, signed},
    noise, run, text,
};

const CONF: &[u8] = b"Platform:0x0811\nDDRLoad:0xd9000000\nbl2ParaAddr=0xd900c000\n";

/// A package for GX.
pub(crate) fn package(version: u32) -> Vec<u8> {
    let (bl2, tpl) = gx();
    let contents = vec![
        Content::new("USB", "DDR", bl2),
        Content::new("USB", "UBOOT", tpl),
        Content::new("conf", "platform", CONF.to_vec()),
        Content::new("../dtb", "../../etc/passwd", b"a tree".to_vec()),
        Content::partition("boot", Format::Normal, noise(300_001, 1)),
        Content::partition("boot_b", Format::Normal, noise(300_001, 1)),
    ];
    Build { version, align: 4, contents }.build()
}

#[test]
fn a_package_is_told_and_checked_whole() {
    let folder = Folder::new();
    for version in [1, 2] {
        let file = folder.file("package", &package(version));
        let event = run(&format!("amlogic package info {file} --json")).good().last_event();
        assert_eq!(
            (event["version"].as_u64(), event["protocol"].as_str(), event["sound"].as_bool()),
            (Some(version.into()), Some("optimus"), Some(true))
        );
        assert_eq!(event["families"], serde_json::json!(["GXBB", "GXL", "GXM"]));
        let items = event["items"].as_array().expect("a list");
        let words = |index: usize| (items[index]["name"].as_str(), items[index]["sha1"].as_bool());
        assert_eq!(items.len(), 6);
        assert_eq!(words(0), (Some("USB:DDR"), Some(false)));
        assert_eq!(words(5), (Some("PARTITION:boot_b"), Some(true)));
        assert_eq!(items[5]["same_as"], 4);
        let text = run(&format!("aml package info {file}")).good().stdout;
        for words in [
            &format!("version {version}, for Optimus"),
            "its addresses are those of GXBB, GXL, GXM",
            "300001 bytes, the same as item 4, SHA-1 holds",
        ] {
            assert!(text.contains(words), "{text}");
        }
        let told = run(&format!("image info {file} --json")).good().last_event();
        assert_eq!(told["contents"][0]["kind"], "package");
    }
    let whole = package(2);
    for at in [70, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        let file = folder.file("damaged", &damaged);
        run(&format!("aml package info {file}")).bad(6, "damaged: ");
        run(&format!("aml package unpack {file} {}", text(&folder.path("out"))))
            .bad(6, "its checksum");
        assert!(!folder.path("out").exists(), "nothing is unpacked of it");
        assert_eq!(run(&format!("image info {file}")).code, 6);
    }
    run(&format!("aml package info {}", folder.file("cut", &whole[..whole.len() - 1])))
        .bad(6, "cut off");
    run(&format!("aml package info {}", folder.file("no", &[7; 700])))
        .bad(6, "not a burning package");
}

#[test]
fn a_package_is_unpacked_under_harmless_names() {
    let folder = Folder::new();
    let file = folder.file("package", &package(2));
    let out = text(&folder.path("out"));
    let plan = run(&format!("aml package unpack {file} {out} --dry-run")).good().stdout;
    assert!(plan.contains("boot.PARTITION") && !folder.path("out").exists(), "{plan}");
    run(&format!("aml package unpack {file} {out}")).good();
    let mut names: Vec<_> = fs::read_dir(folder.path("out"))
        .expect("the folder")
        .map(|entry| entry.expect("readable").file_name().into_string().expect("ASCII"))
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "DDR.USB",
            "UBOOT.USB",
            "_.._etc_passwd._dtb",
            "boot.PARTITION",
            "boot_b.PARTITION",
            "platform.conf"
        ]
    );
    let read = |name: &str| fs::read(folder.path("out").join(name)).expect("a file");
    assert!(read("boot.PARTITION") == noise(300_001, 1) && read("DDR.USB") == gx().0);
    assert_eq!(read("platform.conf"), CONF);
    run(&format!("aml package unpack {file} {out}")).bad(7, "Add --yes to do it");
    run(&format!("aml package unpack {file} {out} --yes")).good();
    let some = text(&folder.path("some"));
    let event = run(&format!("aml package unpack {file} {some} boot USB:DDR --json"));
    assert_eq!(event.good().last_event()["files"].as_array().expect("a list").len(), 2);
    run(&format!("aml package unpack {file} {some} nothing")).bad(2, "there are USB:DDR");
}

fn kinds(path: &str) -> Value {
    run(&format!("image info {path} --json")).good().last_event()["contents"].clone()
}

#[test]
fn boot_files_are_recognised() {
    let folder = Folder::new();
    let (bl2, tpl) = gx();
    let card = [&[0; 512][..], &bl2, &tpl].concat();
    for (bytes, kind, words) in [
        (bl2.clone(), "amlogic", "BL2 for GXL or GXM (S905X, S905D, S912), SHA-256 of BL2 holds"),
        (tpl.clone(), "amlogic", "3 encrypted blocks"),
        ([&bl2[..], &tpl].concat(), "amlogic", "BL2 and U-Boot for GXL or GXM (S905X"),
        (card, "amlogic", "for an SD card"),
        (axg(), "amlogic", "BL2 and U-Boot for AXG"),
        (
            g12("g12b"),
            "amlogic",
            "BL2 and U-Boot for G12B (S922X, A311D), SHA-256 of BL2 holds\nBL30",
        ),
        (g12("g12a"), "amlogic", "for G12A or SM1 (S905X2, S905X3)"),
        (gxbb(), "amlogic", "BL2 and U-Boot for GXBB (S905), SHA-256 of BL2 holds\nBL30"),
        (signed("s905x4"), "amlogic-signed", "its signature only the SoC can check"),
    ] {
        let found = kinds(&folder.file("file", &bytes));
        assert_eq!(found[0]["kind"], kind, "{found}");
        // Whether a signature holds only the SoC can tell.
        let sound = if kind == "amlogic" { Value::from(true) } else { Value::Null };
        assert_eq!(found[0]["sound"], sound, "{found}");
        assert!(found[0]["text"].as_str().expect("text").contains(words), "{found}");
    }
    let mut damaged = g12("g12b");
    damaged[0x3000] ^= 1;
    let path = folder.file("damaged", &damaged);
    let said = run(&format!("image info {path}"));
    assert_eq!(said.code, 6);
    assert!(said.stdout.contains("BL2 is damaged"), "{}", said.stdout);
}

/// On a disk BL2 lies behind the first sector, and is not all of it.
#[test]
fn a_disk_with_bl2_is_a_disk() {
    let folder = Folder::new();
    let mut disk = crate::image::disk_of(16);
    // An MBR as such disks have it, where others have a GPT.
    disk[512..20 << 10].fill(0);
    disk[446..512].fill(0);
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    let end = disk.len();
    disk[end - 33 * 512..].fill(0);
    let boot = [gx().0, gx().1].concat();
    disk[512..512 + boot.len()].copy_from_slice(&boot);
    let found = kinds(&folder.file("disk", &disk));
    let told: Vec<_> = found.as_array().expect("a list").iter().map(|one| &one["kind"]).collect();
    assert!(told.contains(&&Value::from("amlogic-bl2")) && told[0] == "mbr", "{found}");
    assert!(Path::new(&folder.path("disk")).exists());
}
