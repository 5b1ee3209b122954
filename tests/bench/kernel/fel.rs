//! Allwinner's FEL, beside sunxi-fel.

use crate::{
    job::{Job, Way},
    tool::{Folder, image, text},
};

const LENGTH: u64 = 8 << 20;
/// The register that is read: RVBAR of the H3's first core.
const REGISTER: u32 = 0x01f0_1c00 + 0x2c;
const REGISTERS: usize = 1000;

fn job(name: &'static str, options: &str, peer: &str, ours: &str) -> Job {
    let mut ways = vec![Way::other("sunxi-fel", "sunxi-fel", peer)];
    ways.push(Way::ours("racklet-flash", &format!("fel {ours}")));
    let board = format!("xunlong/orangepi-pc:returns=0{options}");
    Job { name, board, bytes: None, ways, leaves: false }
}

/// Every task. `folder` gets their files.
pub(crate) fn all(folder: &Folder) -> Vec<Job> {
    let data = folder
        .file("data", &(0..LENGTH as u32).map(|at| ((at * at) >> 5) as u8).collect::<Vec<_>>());
    let back = text(&folder.path("back"));
    let spl = folder.file("u-boot", &image(0x6000, 450_000, None));
    let (write, read) =
        (format!("write 0x42000000 {data}"), format!("read 0x42000000 {LENGTH} {back}"));
    let registers = format!("readl {REGISTER:#x} ").repeat(REGISTERS);
    let ours = format!("memory readl {REGISTER:#x} --count {REGISTERS}");
    let (uboot, boot) = (format!("uboot {spl}"), format!("boot {spl}"));
    vec![
        Job { bytes: Some(LENGTH), ..job("write 8 MiB", ",dram=on", &write, &write) },
        Job {
            bytes: Some(LENGTH),
            ..job("read 8 MiB", ",dram=on", &read, &format!("{read} --yes"))
        },
        job("readl, 1000", "", &registers, &ours),
        Job { leaves: true, ..job("uboot", "", &uboot, &boot) },
    ]
}
