//! Rockchip's loader files and ID blocks: what recipes become, and that nothing starts the wrong SoC.

use std::{fs, os::unix::fs::symlink};

use rockusb::{chips, idb::IdBlock, loader::Loader};

use crate::tool::{
    Folder, noise,
    rockchip::{flash_loader as loader, package},
    run, text,
};

const BOARD: &str = "--virtual radxa/rock-5b:mode=usbplug";

/// A ROCK 5B whose eMMC of 16 MiB is in a file.
fn board(folder: &Folder) -> String {
    format!("{BOARD},storage={},size=16M", text(&folder.path("emmc")))
}

/// Whether nothing was written to that file.
fn is_blank(folder: &Folder) -> bool {
    fs::read(folder.path("emmc")).map_or(true, |emmc| emmc.iter().all(|byte| *byte == 0))
}

fn id_block(file: &[u8]) -> Vec<u8> {
    IdBlock::of(&Loader::parse(file).expect("sound")).expect("it has one").bytes
}

/// The case of a recipe with NEWIDB=true, whose heads were dropped: an RK3588 was given a block of the old layout.
#[test]
fn a_loader_of_the_wrong_layout_is_refused_before_anything_is_sent() {
    let folder = Folder::new();
    let old = folder.file("old", &loader("3588", false, 1));
    for mode in ["usbplug", "loader", "maskrom,fault=disconnect@1"] {
        let board = format!(
            "--virtual radxa/rock-5b:mode={mode},storage={},size=16M",
            text(&folder.path("emmc"))
        );
        run(&format!("rk upgrade-loader {old} --yes {board}")).bad(
            7,
            "it is of the old layout (RK28), and an RK3588 starts one of the new layout (RKNS)",
        );
        let table = b"TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:-@0x5800(rootfs:grow)\n";
        let table = rockusb::parameter::wrap(table).expect("short");
        let parts = [("parameter", table, 0), ("rootfs", noise(9000, 22), 0x5800)];
        let update = folder.file("update.img", &package(&loader("3588", false, 1), &parts));
        // A package takes long to check: first the board is asked which one it is.
        let board = board.replace(",fault=disconnect@1", "");
        run(&format!("rk package flash {update} --yes {board}"))
            .bad(7, "it is of the old layout (RK28)");
    }
    assert!(is_blank(&folder));
    run(&format!("rk loader check {old}")).bad(6, "does not start its own SoC");
    run(&format!("rk loader info {old}")).good();
}

/// Every command that writes sectors, every form of image.
#[test]
fn no_command_writes_another_socs_id_block() {
    let folder = Folder::new();
    let board = board(&folder);
    let rk3399 = id_block(&loader("330C", false, 1));
    let words = "of the old layout (RK28), and an RK3588 starts";
    let idbloader = folder.file("idbloader.img", &rk3399);
    for raw in ["", "--raw"] {
        run(&format!("rk disk write 64 {idbloader} {raw} --yes {board}")).bad(7, words);
    }
    run(&format!("rk disk write 1088 {idbloader} --yes {board}"))
        .bad(7, "the ID block for sector 1088");
    run(&format!("rk disk write 64 {idbloader} --resume --yes {board}")).bad(7, words);
    let mut disk = vec![0; 4 << 20];
    disk[..512].fill(0x33);
    disk[64 * 512..][..rk3399.len()].copy_from_slice(&rk3399);
    let plain = folder.file("disk.img", &disk);
    run(&format!("rk disk write 0 {plain} --yes {board}")).bad(7, words);
    run(&format!("rk wl 0 {plain} --verify none --yes {board}")).bad(7, words);
    let sparse = folder.file("disk.simg", &crate::rockchip_images::sparse(&disk));
    run(&format!("rk disk write 0 {sparse} --yes {board}")).bad(7, words);
    let dry = run(&format!("rk disk write 64 {idbloader} --dry-run {board}"));
    assert!(dry.code == 0 || dry.code == 7);
    assert!(is_blank(&folder), "something was written");
    // Where no boot ROM looks it is data; on its own SoC it is what belongs there.
    run(&format!("rk disk write 8192 {idbloader} --yes {board}")).good();
    let rk3588 = folder.file("rk3588.img", &id_block(&loader("3588", true, 1)));
    run(&format!("rk disk write 64 {rk3588} --yes {board}")).good();
    run(&format!("rk disk write 64 {rk3588} --yes --virtual radxa/rock-4d:mode=usbplug"))
        .bad(7, "an RK3576 reads units of 8 sectors");
}

#[test]
fn a_partition_that_covers_the_place_is_no_way_around() {
    let folder = Folder::new();
    let board = board(&folder);
    let table = "TYPE: GPT\nCMDLINE: mtdparts=:0x1000@0x40(idblock),-@0x4000(rootfs:grow)\n";
    run(&format!(
        "rk partition table {} --yes {board}",
        folder.file("parameter", table.as_bytes())
    ))
    .good();
    let rk3399 = folder.file("idbloader.img", &id_block(&loader("330C", false, 1)));
    run(&format!("rk partition write idblock {rk3399} --yes {board}"))
        .bad(7, "does not start this board");
    let rk3588 = folder.file("own.img", &id_block(&loader("3588", true, 1)));
    run(&format!("rk partition write idblock {rk3588} --yes {board}")).good();
}

/// Older blocks, which the boot ROM goes on to when the new one is bad, are cleared but where a partition has them.
#[test]
fn older_copies_are_cleared_outside_of_partitions() {
    let folder = Folder::new();
    let board = board(&folder);
    let table = "TYPE: GPT\nCMDLINE: mtdparts=:0x100@0x840(keep),-@0x4000(rootfs:grow)\n";
    run(&format!(
        "rk partition table {} --yes {board}",
        folder.file("parameter", table.as_bytes())
    ))
    .good();
    let (fresh, older) = (loader("3588", true, 1), id_block(&loader("3588", true, 2)));
    let older_file = folder.file("older.img", &older);
    for place in [64, 1088, 2112] {
        run(&format!("rk disk write {place} {older_file} --yes {board}")).good();
    }
    let file = folder.file("loader", &fresh);
    run(&format!("rk ul {file} {board}")).bad(7, "--yes");
    let told = run(&format!("rk ul {file} --yes --json {board}")).good();
    assert_eq!(
        told.last_event()["older_copies"],
        serde_json::json!([{"sector": 1088, "cleared": true}, {"sector": 2112, "cleared": false}])
    );
    for words in [
        "sector 1088, where the mask ROM goes on to: its head was cleared",
        "left, as it is in partition keep",
    ] {
        assert!(told.stdout.contains(words), "{}", told.stdout);
    }
    let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc[64 * 512..].starts_with(&id_block(&fresh)));
    assert!(emmc[1088 * 512..][..4096].iter().all(|byte| *byte == 0));
    assert!(emmc[1096 * 512..].starts_with(&older[4096..]));
    assert!(emmc[2112 * 512..].starts_with(&older), "a partition's");
    let again = run(&format!("rk ul {file} --yes --json {board}")).good().last_event();
    assert_eq!(again["older_copies"].as_array().map(Vec::len), Some(1));
}

/// A recording in which the board is asked nothing, and one blob arrives.
fn recording(folder: &Folder, product: u16) -> String {
    let text = format!(
        "# origin: a board of which nothing is asked\nid 2207:{product:04x} out=02 in=81 mps=512\n! out stall\n"
    );
    folder.file(&format!("{product:04x}.replay"), text.as_bytes())
}

#[test]
fn loaders_with_the_packers_codes_are_sent() {
    let folder = Folder::new();
    for (product, codes) in [
        (0x320c, &["322H"][..]),
        (0x330d, &["PX30", "3326"]),
        (0x330e, &["3308"]),
        (0x301a, &["303A", "3032"]),
        (0x310c, &["312A"]),
        (0x310d, &["312A"]),
        (0x110b, &["1126"]),
        (0x110e, &["110E", "1103"]),
        (0x110f, &["110F"]),
        (0x320b, &["9999"]),
    ] {
        let replay = recording(&folder, product);
        for code in codes {
            let file = folder.file("loader", &loader(code, false, 1));
            let ran = run(&format!("--replay {replay} rk boot {file}"));
            assert_ne!(ran.code, 7, "{product:04x}, {code}: {}", ran.stderr);
            assert!(
                ran.stderr.contains("the session differs"),
                "{product:04x}, {code}: {}",
                ran.stderr
            );
        }
        let other = folder.file("loader", &loader("3576", true, 1));
        let board = chips::by_product(product).expect("known").name;
        run(&format!("--replay {replay} rk boot {other}"))
            .bad(7, &format!("the board is {}, not an RK3576", chips::with_article(board)));
    }
    let unknown = folder.file("loader", &loader("9999", false, 1));
    let ran = run(&format!("--replay {} rk boot {unknown}", recording(&folder, 0x320c)));
    assert!(ran.stderr.contains("not in the table of SoCs"), "{}", ran.stderr);
}

#[test]
fn waits_and_images_for_partitions_are_refused() {
    let folder = Folder::new();
    let mut file = loader("3588", true, 1);
    let end = file.len() - 4;
    // The second entry's.
    file[0x66 + 57 + 53..][..4].copy_from_slice(&600_000_u32.to_le_bytes());
    let sum = rockusb::sums::crc32(&file[..end]);
    file[end..].copy_from_slice(&sum.to_le_bytes());
    let slow = folder.file("slow", &file);
    run(&format!("rk boot {slow} --virtual radxa/rock-5b:fault=disconnect@1"))
        .bad(6, "a wait of 600 s");
    run(&format!("rk loader check {slow}")).bad(6, "more than 10 s");
    let board = board(&folder);
    for (magic, partition) in [
        ("LOADER  ", "uboot"),
        ("TOS     ", "trust"),
        ("BL3X", "trust"),
        ("RSCE", "resource"),
        ("KERNEL", "kernel"),
    ] {
        let image = folder.file("image.img", &[magic.as_bytes(), &noise(5000, 1)].concat());
        let words = format!("for the partition {partition}");
        run(&format!("rk boot {image} --virtual radxa/rock-5b")).bad(6, &words);
        run(&format!("rk boot --code471 {image} --virtual radxa/rock-5b")).bad(6, &words);
        run(&format!("rk disk write 0 {image} --yes {board}")).bad(7, &words);
        let info = run(&format!("image info {image} --json")).last_event();
        assert!(info.to_string().contains(&words), "{info}");
        run(&format!("rk disk write 0x4000 {image} --yes {board}")).good();
    }
    let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc[..512].iter().all(|byte| *byte == 0));
}

const RECIPE: &str = "[CHIP_NAME]\r\nNAME=RK330C\r\n[VERSION]\r\nMAJOR=1\r\nMINOR=30\r\n[CODE471_OPTION]\r\nNUM=1\r\nPath1=IN1\r\nSleep=1\r\n[CODE472_OPTION]\r\nNUM=1\r\nPath1=IN2\r\n[LOADER_OPTION]\r\nNUM=2\r\nLOADER1=FlashData\r\nLOADER2=FlashBoot\r\nFlashData=IN1\r\nFlashBoot=IN2\r\n[OUTPUT]\r\nPATH=MADE\r\n";

fn recipe(folder: &Folder, one: &str, two: &str, out: &str) -> String {
    let text = RECIPE.replace("IN1", one).replace("IN2", two).replace("MADE", out);
    folder.file("recipe.ini", text.as_bytes())
}

fn tree() -> Folder {
    let folder = Folder::new();
    fs::create_dir_all(folder.path("tree/bin/rk33")).expect("a folder");
    for (name, seed) in [("ddr.bin", 1), ("usbplug.bin", 2)] {
        fs::write(folder.path("tree/bin/rk33").join(name), noise(5000, seed)).expect("a file");
    }
    fs::write(folder.path("secret"), b"nobody's business").expect("a file");
    folder
}

#[test]
fn recipes_name_their_blobs_as_seen_from_several_trees() {
    let folder = tree();
    let root = text(&folder.path("tree"));
    let mut made = Vec::new();
    for (folders, yes) in [
        ("bin/rk33/", ""),
        ("tools/rk_tools/bin/rk33/", "--yes"),
        (".\\bin\\rk33\\", "--yes"),
        ("rkbin/bin/rk33/", "--yes"),
    ] {
        let (one, two) = (format!("{folders}ddr.bin"), format!("{folders}usbplug.bin"));
        let recipe = recipe(&folder, &one, &two, "made.bin");
        run(&format!("rk loader pack {recipe} --root {root} {yes}")).good();
        made.push(fs::read(folder.path("tree/made.bin")).expect("it was packed"));
    }
    let parts = |file: &Vec<u8>| file[21..file.len() - 4].to_vec();
    assert!(made.iter().all(|file| parts(file) == parts(&made[0])));
    let info = run(&format!("rk loader info {root}/made.bin")).good().stdout;
    assert!(info.contains("RK3399, version 1.30"), "{info}");
}

#[test]
fn a_recipe_reads_and_writes_in_its_own_folder_only() {
    let folder = tree();
    let root = text(&folder.path("tree"));
    symlink(folder.path(""), folder.path("tree/up")).expect("a link");
    symlink(folder.path("secret"), folder.path("tree/bin/link")).expect("a link");
    let (ddr, plug) = ("bin/rk33/ddr.bin", "bin/rk33/usbplug.bin");
    let secret = text(&folder.path("secret"));
    for (one, two, out) in [
        (&secret[..], plug, "x.bin"),
        (ddr, "../secret", "x.bin"),
        (ddr, "..\\secret", "x.bin"),
        (ddr, "bin/../../secret", "x.bin"),
        (ddr, "up/secret", "x.bin"),
        (ddr, "bin/link", "x.bin"),
        (ddr, plug, "../x.bin"),
        (ddr, plug, "..\\x.bin"),
        (ddr, plug, "up/x.bin"),
        (ddr, plug, &secret),
    ] {
        let recipe = recipe(&folder, one, two, out);
        for yes in ["", "--yes"] {
            run(&format!("rk loader pack {recipe} --root {root} {yes}"))
                .bad(6, "outside of --root");
        }
    }
    assert_eq!(fs::read(folder.path("secret")).expect("it is there"), b"nobody's business");
    assert!(!folder.path("x.bin").exists() && !folder.path("tree/x.bin").exists());
}

/// What a recipe names as its output is no order to overwrite it, least of all what it is made of.
#[test]
fn a_file_that_is_there_is_replaced_only_when_the_user_says_so() {
    let folder = tree();
    let root = text(&folder.path("tree"));
    let (ddr, plug) = ("bin/rk33/ddr.bin", "bin/rk33/usbplug.bin");
    let before = fs::read(folder.path("tree").join(ddr)).expect("it is there");
    let own = recipe(&folder, ddr, plug, ddr);
    run(&format!("rk loader pack {own} --root {root}")).bad(7, "--yes");
    run(&format!("rk loader pack {own} --root {root} --yes")).bad(7, "this command reads it");
    assert_eq!(fs::read(folder.path("tree").join(ddr)).expect("it is there"), before);
    symlink(folder.path("secret"), folder.path("tree/made.bin")).expect("a link");
    let recipe = recipe(&folder, ddr, plug, "made.bin");
    run(&format!("rk loader pack {recipe} --root {root}")).bad(7, "--yes");
    run(&format!("rk loader pack {recipe} --root {root} --yes")).good();
    assert_eq!(
        fs::read(folder.path("secret")).expect("it is there"),
        b"nobody's business",
        "the link was followed"
    );
    let elsewhere = text(&folder.path("elsewhere.bin"));
    run(&format!("rk loader pack {recipe} --root {root} -o {elsewhere} --dry-run")).good();
    assert!(!folder.path("elsewhere.bin").exists());
    run(&format!("rk loader pack {recipe} --root {root} -o {elsewhere}")).good();
    run(&format!("rk loader pack {recipe} --root {root} -o {elsewhere}")).bad(7, "--yes");
    run(&format!("rk loader pack {recipe} --root {root} -o {recipe} --yes"))
        .bad(7, "this command reads it");
}

#[test]
fn a_recipe_may_be_nothing_but_the_name_of_a_file_that_is_ready() {
    let folder = tree();
    let root = text(&folder.path("tree"));
    let ready = loader("180A", false, 1);
    fs::write(folder.path("tree/bin/ready.bin"), &ready).expect("a file");
    let ini = folder.file("ready.ini", b"PATH=bin/ready.bin\r\n");
    run(&format!("rk loader pack {ini} --root {root}")).good();
    assert!(fs::read(folder.path("tree/ready.bin")).expect("it was copied") == ready);
    fs::write(folder.path("tree/bin/ready.bin"), &ready[..5000]).expect("a file");
    run(&format!("rk loader pack {ini} --root {root} --yes")).bad(6, "ready.bin");
    assert!(fs::read(folder.path("tree/ready.bin")).expect("it stays") == ready);
    let ini = folder.file("ready.ini", b"PATH=../secret\n");
    run(&format!("rk loader pack {ini} --root {root} --yes")).bad(6, "outside of --root");
}
