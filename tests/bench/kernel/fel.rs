//! Allwinner's FEL, beside sunxi-fel.

use crate::{
    job::{Job, Task, Way},
    tool::{Folder, image, text},
};

const LENGTH: u64 = 8 << 20;
/// The register that is read: RVBAR of the H3's first core.
const REGISTER: u32 = 0x01f0_1c00 + 0x2c;
const REGISTERS: usize = 1000;

fn job(options: &str, peer: &str, ours: &str) -> Job {
    let mut ways = vec![Way::other("sunxi-fel", "sunxi-fel", peer)];
    ways.push(Way::ours("racklet-flash", &format!("fel {ours}")));
    let board = format!("xunlong/orangepi-pc:returns=0{options}");
    Job { board, bytes: None, ways, leaves: false }
}

fn data(folder: &Folder) -> String {
    folder.file("data", &(0..LENGTH as u32).map(|at| ((at * at) >> 5) as u8).collect::<Vec<_>>())
}

fn write(folder: &Folder) -> Job {
    let write = format!("write 0x42000000 {}", data(folder));
    Job { bytes: Some(LENGTH), ..job(",dram=on", &write, &write) }
}

fn read(folder: &Folder) -> Job {
    let read = format!("read 0x42000000 {LENGTH} {}", text(&folder.path("back")));
    Job { bytes: Some(LENGTH), ..job(",dram=on", &read, &format!("{read} --yes")) }
}

fn registers(_: &Folder) -> Job {
    let ours = format!("memory readl {REGISTER:#x} --count {REGISTERS}");
    job("", &format!("readl {REGISTER:#x} ").repeat(REGISTERS), &ours)
}

fn uboot(folder: &Folder) -> Job {
    let image = folder.file("u-boot", &image(0x6000, 450_000, None));
    Job { leaves: true, ..job("", &format!("uboot {image}"), &format!("boot {image}")) }
}

/// Every task.
pub(crate) const TASKS: &[Task] =
    &[("write 8 MiB", write), ("read 8 MiB", read), ("readl, 1000", registers), ("uboot", uboot)];
