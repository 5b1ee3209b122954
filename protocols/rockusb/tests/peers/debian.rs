//! Debian's U-Boot for Rockchip boards, as mkimage laid it out.

use std::{env, fs, path::PathBuf};

use ours::{
    chips,
    idb::{self, OldHead, OldSums},
};

/// The folders of all boards.
fn boards() -> Vec<PathBuf> {
    let root = env::var("RACKLET_FLASH_UBOOT_ROCKCHIP").expect("tests/setup prints it");
    let folders = fs::read_dir(root).expect("U-Boot is unpacked there");
    let folders = folders.map(|entry| entry.expect("readable").path());
    folders.filter(|path| path.join("idbloader.img").exists()).collect()
}

#[test]
fn every_idbloader_is_an_id_block() {
    let boards = boards();
    assert!(boards.len() >= 5, "{boards:?}");
    for board in boards {
        let file = fs::read(board.join("idbloader.img")).expect("readable");
        assert!(idb::is_one(&file), "{}", board.display());
        let head =
            OldHead::parse(&file).unwrap_or_else(|error| panic!("{}: {error}", board.display()));
        assert!(head.plain, "{}: mkimage leaves RC4 out", board.display());
        assert_eq!(head.sums, OldSums::Absent, "{}: and the sums", board.display());
        let name = board.file_name().and_then(|name| name.to_str()).expect("a board's name");
        let chip = name.rsplit('-').next().and_then(chips::by_name).expect("it ends with the SoC");
        let bytes = u32::from(head.init) * 512;
        assert!(chip.spl_limit.is_some_and(|limit| bytes <= limit), "{name}: {head:?}");
        let code = usize::from(head.code) * 512;
        let tag = &file[code..code + 4];
        assert_eq!(chip.tag.expect("U-Boot knows it"), tag, "{name}: {}", tag.escape_ascii());
    }
}
