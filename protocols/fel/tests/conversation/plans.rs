//! What is refused before anything is sent: images, files and SoCs that do not go together.

use fel::{
    chips,
    host::{Cause, Plan, Unfit, Upload},
    image::Image,
    uimage,
};

use crate::image;

const LOAD: u32 = 0x4a00_0000;
const LENGTH: u32 = 5000;

/// The plan for an H3 with files of (address, bytes); its lines, or why it is refused.
fn plan(files: &[(u32, usize)]) -> Result<Vec<String>, Cause> {
    let chip = chips::by_name("H3").expect("H3");
    let file = image(0x1000, LOAD);
    let image = Image::parse(&file).expect("sound");
    let zeros = vec![0; files.iter().map(|file| file.1).max().unwrap_or(0)];
    let mut data: Vec<&[u8]> = files.iter().map(|file| &zeros[..file.1]).collect();
    let uploads: Vec<Upload<'_>> = data
        .iter_mut()
        .zip(files)
        .enumerate()
        .map(|(index, (data, file))| {
            Upload::new(format!("file{index}"), file.0, data).expect("readable")
        })
        .collect();
    let plan = Plan::new(chip, &image, &uploads, true).map_err(|error| error.cause)?;
    Ok(plan.lines(&uploads))
}

#[test]
fn what_would_overwrite_something_is_refused_to_the_byte() {
    for (files, says) in [
        (&[(LOAD, 1)][..], "file0 would overwrite U-Boot of the image"),
        (&[(LOAD + LENGTH - 1, 1)], "file0 would overwrite U-Boot"),
        (&[(LOAD - 1, 2)], "file0 would overwrite U-Boot"),
        (&[(LOAD - 10, 10000)], "file0 would overwrite U-Boot"),
        (&[(0x4200_0000, 16), (0x4200_000f, 1)], "file1 would overwrite file0"),
        (&[(0x4200_0000, 16), (0x41ff_ffff, 2)], "file1 would overwrite file0"),
        (&[(0x4200_0000, 16), (0x4300_0000, 1), (0x4200_0004, 1)], "file2 would overwrite file0"),
        (&[(0xbfff, 1)], "file0 would overwrite the MMU's table"),
        (&[(0x8000, 1)], "file0 would overwrite the MMU's table"),
        (&[(0x7fff, 2)], "file0 would overwrite the MMU's table"),
    ] {
        match plan(files) {
            Err(Cause::Overlap(text)) => assert!(text.contains(says), "{text}"),
            other => panic!("{says}: {other:?}"),
        }
    }
    for files in [
        &[(LOAD + LENGTH, 100)][..],
        &[(LOAD - 100, 100)],
        &[(0x4200_0000, 16), (0x4200_0010, 1)],
        &[(0x4200_0000, 16), (0x41ff_ffff, 1)],
        &[(0x4200_0000, 16), (0x4300_0000, 16)],
        &[(0xc000, 1)],
        &[(0x7fff, 1)],
        &[(0xffff_ffff, 1)],
    ] {
        plan(files).unwrap_or_else(|cause| panic!("{files:x?}: {cause}"));
    }
    for files in [&[(0xffff_ffff, 2)][..], &[(0x4200_0000, 1), (0xffff_fff0, 17)]] {
        assert!(matches!(plan(files), Err(Cause::PastTheEnd)), "{files:x?}");
    }
}

#[test]
fn a_plan_tells_every_step_in_its_order() {
    let lines = plan(&[(0x4200_0000, 16)]).expect("it fits");
    assert_eq!(
        lines,
        [
            "write SPL: 4096 bytes at 0x00000000",
            "write thunk: 424 bytes at 0x0000a200",
            "run the SPL through the thunk at 0x0000a200, wait until it is back in FEL",
            "switch the MMU on, DRAM write-combining",
            "write U-Boot: 5000 bytes at 0x4a000000",
            "write file0: 16 bytes at 0x42000000",
            "start at 0x4a000000 in AArch32",
        ]
    );
}

/// Why a plan with these scripts is refused; `spl`: whether the SPL's header has a place for one.
fn scripts(spl: &[u8], contents: &[&[u8]], start: bool) -> Result<Vec<String>, String> {
    let chip = chips::by_name("H3").expect("H3");
    let mut code = vec![0; 0x40];
    code[..4].copy_from_slice(&[0x16, 0, 0, 0xea]);
    code[0x14..0x18].copy_from_slice(spl);
    let mut file = fel::egon::seal(code);
    file.resize(0x8000, 0);
    file.extend(uimage::image(&[0; 100], LOAD, uimage::FIRMWARE, ""));
    let image = Image::parse(&file).expect("sound");
    let mut data = contents.to_vec();
    let uploads: Vec<Upload<'_>> = data
        .iter_mut()
        .enumerate()
        .map(|(index, data)| {
            let address = 0x4300_0000 + 0x1_0000 * index as u32;
            Upload::new(format!("file{index}"), address, data).expect("readable")
        })
        .collect();
    let plan = Plan::new(chip, &image, &uploads, start).map_err(|error| error.to_string())?;
    Ok(plan.lines(&uploads))
}

#[test]
fn one_script_is_passed_on_where_there_is_a_place_for_it() {
    let script = uimage::script("echo");
    let environment = b"#=uEnv\nbootdelay=1\n";
    for one in [&script[..], environment] {
        let lines = scripts(b"SPL\x02", &[b"data", one], true).expect("one script");
        assert!(lines.contains(&"tell U-Boot to run file1".to_owned()), "{lines:?}");
        let error = scripts(&[0; 4], &[one], true).expect_err("no place");
        assert!(error.contains("has no place for a script"), "{error}");
        scripts(&[0; 4], &[one], false).expect("nothing is started that would run it");
        let error = scripts(b"SPL\x02", &[&script, one], true).expect_err("two");
        assert!(error.contains("file0 and file1 are both scripts"), "{error}");
        scripts(b"SPL\x02", &[&script, one], false).expect_err("two are two");
    }
    let lines = scripts(&[0; 4], &[b"data"], true).expect("no script at all");
    assert!(!lines.iter().any(|line| line.contains("tell U-Boot")), "{lines:?}");
}

#[test]
fn a_damaged_image_of_any_kind_is_no_upload() {
    let good = uimage::image(&[5; 3 << 20], 0, 2, "a kernel");
    Upload::new(String::new(), 0, &mut good.as_slice()).expect("sound");
    for at in [4, 40, 64, 1 << 20, good.len() - 1] {
        let mut bad = good.clone();
        bad[at] ^= 1;
        let error =
            Upload::new(String::new(), 0, &mut bad.as_slice()).map(|_| ()).expect_err("bad");
        assert!(error.downcast_ref::<uimage::UImageError>().is_some(), "{at}: {error}");
    }
    for length in [4, 63, 64, good.len() - 1] {
        Upload::new(String::new(), 0, &mut &good[..length]).map(|_| ()).expect_err("cut");
    }
    // Other files are what they are.
    Upload::new(String::new(), 0, &mut &good[1..]).expect("any bytes");
}

#[test]
fn an_aarch64_image_does_not_start_on_a_32_bit_soc() {
    let mut file = image(0x1000, LOAD);
    file.truncate(0x8000);
    file.extend(include_bytes!("../../../../fixtures/images/h616.itb"));
    let image = Image::parse(&file).expect("sound");
    for (name, fits) in [("H616", true), ("R40", false)] {
        let chip = chips::by_name(name).expect("a chip of the table");
        match Plan::new(chip, &image, &[], true) {
            Ok(plan) => {
                assert!(fits, "{name}");
                let lines = plan.lines(&[]);
                assert_eq!(lines.last().expect("a line"), "start at 0x40000000 in AArch64");
                assert!(!lines.iter().any(|line| line.contains("MMU")), "{lines:?}");
            }
            Err(error) => {
                assert!(!fits && error.to_string().contains("a 32-bit SoC"), "{name}: {error}");
            }
        }
    }
    let alone = &file[..0x1000];
    let image = Image::parse(alone).expect("an SPL alone");
    let r40 = chips::by_name("R40").expect("R40");
    let error = Plan::new(r40, &image, &[], true).map(|_| ()).expect_err("nothing to start");
    assert!(error.to_string().contains("nothing to start"), "{error}");
    Plan::new(r40, &image, &[], false).expect("it only runs the SPL");
}

#[test]
fn a_riscv_program_does_not_start_on_an_arm_soc() {
    let mut file = image(0x1000, LOAD);
    file.truncate(0x8000);
    file.extend(fit::build::uboot("riscv", LOAD.into(), b"U-Boot"));
    let image = Image::parse(&file).expect("sound");
    for name in ["H3", "H616"] {
        let chip = chips::by_name(name).expect("a chip of the table");
        let error = Plan::new(chip, &image, &[], true).map(|_| ()).expect_err("another SoC's");
        assert!(matches!(error.cause, Cause::Mismatch(_)), "{name}: {error}");
        assert!(error.to_string().contains("starts on RISC-V"), "{name}: {error}");
    }
}

/// Why an SPL that was built with this device tree is refused on an H3.
fn built_with(dt_name: &str) -> Result<(), Unfit> {
    let mut code = vec![0; 0x40];
    code[..4].copy_from_slice(&[0x16, 0, 0, 0xea]);
    code[0x14..0x18].copy_from_slice(b"SPL\x02");
    code[0x20] = 0x40;
    code.extend(dt_name.as_bytes());
    code.extend([0; 4]);
    let file = fel::egon::seal(code);
    let image = Image::parse(&file).expect("an SPL alone");
    let h3 = chips::by_name("H3").expect("H3");
    fel::host::SplPlan::new(h3, &image.spl).map(|_| ())
}

#[test]
fn an_spl_that_was_built_for_another_soc_is_refused() {
    for name in ["sun8i-h3-nanopi-neo", "allwinner/sun8i-h3-orangepi-pc", "some-other-scheme"] {
        built_with(name).unwrap_or_else(|unfit| panic!("{name}: {unfit}"));
    }
    for (name, soc) in [("sun8i-r40-bananapi-m2-ultra", Some("R40")), ("sun50i-nobody", None)] {
        let unfit = built_with(name).expect_err("another SoC's");
        let dt_name = name.to_owned();
        assert_eq!(unfit, Unfit::OtherChip { built_for: soc, dt_name, chip: "H3" });
    }
}

/// People read these texts: which SPL, which SoC, which numbers.
#[test]
fn a_refusal_of_an_spl_names_the_soc_and_the_reason() {
    let other = |built_for| Unfit::OtherChip { built_for, dt_name: "tree".into(), chip: "H3" };
    for (unfit, words) in [
        (
            Unfit::TooLarge { size: 40_000, limit: 32_768, chip: "H3" },
            &["40000 bytes", "32768 is the most", "the H3"][..],
        ),
        (other(Some("R40")), &["built for the R40 (tree)", "the board is an H3"]),
        (other(None), &["built for another family of SoCs (tree)", "the board is an H3"]),
        (Unfit::Architecture { chip: "H3" }, &["the H3's architecture"]),
        (Unfit::RiscV { chip: "D1" }, &["the D1 is a RISC-V SoC"]),
    ] {
        let text = unfit.to_string();
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
}

#[test]
fn the_longest_spl_fits_and_a_word_more_does_not() {
    for chip in crate::arm_chips() {
        let limit = chip.spl_limit();
        for (length, fits) in [(limit, true), (limit + 4, false)] {
            let file = image(length as usize, chip.dram() + 0x0a00_0000);
            let image = Image::parse(&file).expect("sound");
            match fel::host::SplPlan::new(chip, &image.spl) {
                Ok(_) => assert!(fits, "{}: {length}", chip.name),
                Err(Unfit::TooLarge { size, limit: most, chip: name }) => {
                    assert!(!fits, "{}: {length}", chip.name);
                    assert_eq!((size, most, name), (length, limit, chip.name));
                }
                Err(other) => panic!("{}: {other}", chip.name),
            }
        }
    }
}
