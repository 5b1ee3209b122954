//! Debian's mkimage as a referee: what it writes is sound, and one flipped bit of it is not.

use std::{fs, path::Path, process::Command};

use fit::{Fit, FitError, Sum};

/// All hashes that Debian's mkimage writes.
const HASHES: [&str; 7] = ["crc16-ccitt", "crc32", "md5", "sha1", "sha256", "sha384", "sha512"];
/// Data in the tree, after it by offset, after it by position.
const LAYOUTS: [&[&str]; 3] = [&[], &["-E"], &["-E", "-p", "0x800"]];

/// Has mkimage make a FIT of OpenSBI and U-Boot, with this hash for both.
fn make(folder: &Path, hash: &str, layout: &[&str]) -> Vec<u8> {
    let source = format!(
        r#"/dts-v1/;
        / {{
            description = "two images";
            #address-cells = <2>;
            images {{
                uboot {{
                    description = "U-Boot"; type = "standalone"; os = "U-Boot"; arch = "riscv";
                    compression = "none"; load = <0 0x40200000>; data = "U-Boot itself";
                    hash-1 {{ algo = "{hash}"; }};
                }};
                opensbi {{
                    description = "OpenSBI"; type = "firmware"; os = "opensbi"; arch = "riscv";
                    compression = "none"; load = <0 0x40000000>; entry = <0 0x40000000>; data = "OpenSBI itself";
                    hash {{ algo = "{hash}"; }};
                }};
            }};
            configurations {{
                default = "conf-1";
                conf-1 {{ description = "board"; firmware = "opensbi"; loadables = "uboot"; }};
            }};
        }};"#
    );
    let (source_file, file) = (folder.join("fit.its"), folder.join("fit.itb"));
    fs::write(&source_file, source).expect("a folder of ours");
    let output =
        Command::new("mkimage").args(layout).arg("-f").args([&source_file, &file]).output();
    let output = output.expect("tests/setup installs Debian's u-boot-tools");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read(&file).expect("it wrote a file")
}

#[test]
fn what_mkimage_writes_is_sound_and_a_flipped_bit_is_found() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mkimage");
    fs::create_dir_all(&folder).expect("cargo's own folder");
    for (hash, layout) in HASHES.iter().flat_map(|hash| LAYOUTS.map(|layout| (*hash, layout))) {
        let mut file = make(&folder, hash, layout);
        let fit = Fit::parse(&file).unwrap_or_else(|error| panic!("{hash} {layout:?}: {error}"));
        assert!(fit.images().iter().all(|image| image.sums == [Sum::Holds(hash.into())]));
        assert_eq!(fit.unchecked(), None);
        let program = fit.program(fit.choose(Some("board")).expect("it is there")).expect("sound");
        assert_eq!((program.entry, program.pieces[1].data), (0x4000_0000, &b"U-Boot itself\0"[..]));
        let at = file.windows(6).position(|piece| piece == b"U-Boot").expect("its data");
        let at = at
            + file[at + 1..]
                .windows(13)
                .position(|it| it == b"U-Boot itself")
                .map_or(0, |at| at + 1);
        file[at] ^= 4;
        let error = Fit::parse(&file).expect_err("damaged");
        let (image, algorithm) = ("uboot".into(), hash.into());
        assert_eq!(error, FitError::Damaged { image, algorithm }, "{layout:?}");
        // No beginning of it is sound.
        file[at] ^= 4;
        for cut in (0..file.len()).filter(|cut| *cut + 4 < file.len()) {
            assert!(Fit::parse(&file[..cut]).is_err(), "{hash} {layout:?}: {cut} bytes");
        }
    }
}
