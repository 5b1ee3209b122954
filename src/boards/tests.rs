//! Every file that is built in, and what boards are recognised by.

use proptest::prelude::*;

use super::*;

#[test]
fn every_board_that_is_built_in_is_valid() {
    for text in built_in::BOARDS {
        if let Err(flaws) = validate(text) {
            let flaws: Vec<_> =
                flaws.iter().map(|flaw| format!("{:?}: {flaw}", flaw.line)).collect();
            panic!("{}\n{}", text.lines().next().unwrap_or_default(), flaws.join("\n"));
        }
    }
}

#[test]
fn names_are_sorted_and_there_is_a_file_for_each() {
    assert!(built_in().is_sorted_by(|a, b| a.name < b.name));
    assert!(all().is_sorted_by(|a, b| a.name < b.name));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/boards");
    let files = std::fs::read_dir(folder).expect("the folder of this file");
    let paths = files.map(|entry| entry.expect("an entry").path());
    let toml = paths.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    // And the one with what boards of all families share.
    let compiled = built_in().len() + built_in::FAMILIES.len() + 1;
    assert_eq!(toml.count(), compiled, "a file is not named in built_in.rs");
}

#[test]
fn families_are_sound() {
    for family in families() {
        assert_eq!(family.chips.is_empty(), family.protocol.is_some(), "{}", family.vendor);
        assert!(family.protocol.is_some() || family.not_flashable.is_some(), "{}", family.vendor);
        let files = family.files.iter().flat_map(|file| &file.socs);
        let socs = files
            .chain(family.layout.iter().flat_map(|layout| &layout.socs))
            .chain(family.traps.iter().flat_map(|trap| &trap.socs));
        for soc in socs {
            assert!(family.chip(soc).is_some(), "{}: {soc}", family.vendor);
        }
    }
}

#[test]
fn the_boot_rom_is_recognised_by_its_usb_ids() {
    assert!(recognise(0x1f3a, 0xefe8).is_some_and(|(family, _)| family.vendor == "Allwinner"));
    assert!(recognise(0x1f3a, 0x1010).is_some_and(|(family, _)| family.vendor == "U-Boot"));
    let thead = recognise(0x2345, 0x7654).expect("T-Head's");
    assert_eq!((thead.0.vendor.as_str(), thead.0.protocol), ("T-Head", Some(Protocol::Fastboot)));
    for (product, protocol) in [
        (amlogic::optimus::wire::PRODUCT, Protocol::Optimus),
        (amlogic::adnl::wire::PRODUCT, Protocol::Adnl),
    ] {
        let found = recognise(amlogic::optimus::wire::VENDOR, product).expect("a family");
        assert_eq!((found.0.vendor.as_str(), found.0.protocol), ("Amlogic", Some(protocol)));
    }
}

#[test]
fn rockchips_ids_are_those_of_its_table() {
    let family = family_by_name("rockchip").expect("the family");
    let ids: Vec<_> = family.usb.iter().map(|id| (id.vendor, id.product)).collect();
    let table = rockusb::chips::all().map(|chip| (rockusb::wire::VENDOR, chip.product));
    assert_eq!(ids, table.collect::<Vec<_>>());
}

/// Readers of a card can find out where each line comes from.
#[test]
fn everything_that_is_built_in_has_a_source_that_is_known() {
    let families = built_in::FAMILIES.iter().map(|(_, text)| *text);
    let shared = include_str!("shared.toml");
    for text in built_in::BOARDS.iter().copied().chain(families).chain([shared]) {
        let file: toml::Table = text.parse().expect("TOML");
        sourced(&file.into(), text.lines().next().unwrap_or_default());
    }
}

/// Tables that say something, by one of their keys, have a source; each part of it begins with a known name.
fn sourced(value: &toml::Value, file: &str) {
    match value {
        toml::Value::Array(all) => all.iter().for_each(|one| sourced(one, file)),
        toml::Value::Table(table) => {
            let says = ["steps", "kind", "rate", "role", "on", "text"];
            let source = table.get("source").and_then(toml::Value::as_str);
            let needs = says.iter().any(|key| table.contains_key(*key));
            assert!(source.is_some() || !needs, "{file}: no source: {table}");
            for part in source.into_iter().flat_map(|source| source.split("; ")) {
                assert!(explained(part).is_some(), "{file}: `{part}` is not in shared.toml");
            }
            table.values().for_each(|one| sourced(one, file));
        }
        _ => {}
    }
}

/// A card's sentences begin with a capital letter and end with a point; notes and places are parts of a line.
#[test]
fn sentences_are_whole() {
    let whole = |text: &str, board: &str| {
        let starts = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '`');
        let tools = text.starts_with("fastboot ");
        assert!((starts || tools) && text.ends_with('.'), "{board}: {text}");
    };
    for board in built_in() {
        let recovery = board.recovery();
        let others = recovery.alternatives.iter().flat_map(|way| &way.steps);
        let elsewhere = board.elsewhere().into_iter().flat_map(|other| &other.steps);
        for text in recovery.steps.iter().chain(others).chain(elsewhere) {
            whole(text, &board.name);
        }
        board.traps().for_each(|trap| whole(&trap.text, &board.name));
        board.files().iter().for_each(|file| whole(&file.what, &board.name));
        for way in &recovery.alternatives {
            assert!(way.when.starts_with(char::is_lowercase), "{}: {}", board.name, way.when);
        }
    }
}

#[test]
fn an_image_goes_where_there_is_room_for_it() {
    use storage::Storage;
    for (name, first) in [
        ("radxa/rock-5b", Storage::Emmc),
        ("xunlong/orangepi-5", Storage::Sd),
        ("friendlyelec/nanopi-r6s", Storage::Emmc),
        ("luckfox/pico-plus", Storage::SpiNand),
        ("starfive/visionfive-2", Storage::SpiNor),
        ("hardkernel/odroid-n2", Storage::Emmc),
    ] {
        let board = built_in().iter().find(|board| board.name == name).expect("a board");
        assert_eq!(board.first_storage().kind, first, "{name}");
    }
}

proptest! {
    /// Whatever is in a user's file, it is a board or it has a flaw.
    #[test]
    fn no_file_makes_the_check_panic(
        index in 0..built_in::BOARDS.len(), at in any::<prop::sample::Index>(), cut in 0..40_usize, text in ".{0,20}",
    ) {
        let file: Vec<char> = built_in::BOARDS[index].chars().collect();
        let at = at.index(file.len());
        let rest = &file[(at + cut).min(file.len())..];
        let damaged: String = file[..at].iter().copied().chain(text.chars()).chain(rest.iter().copied()).collect();
        if let Err(flaws) = validate(&damaged) {
            prop_assert!(!flaws.is_empty());
            prop_assert!(flaws.iter().all(|flaw| !flaw.text.chars().any(link::is_control)));
            let lines = damaged.lines().count() + 1;
            prop_assert!(flaws.iter().all(|flaw| flaw.line.is_none_or(|line| (1..=lines).contains(&line))));
        }
        let _ = validate(&text);
    }
}
