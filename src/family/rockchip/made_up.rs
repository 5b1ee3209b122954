//! A loader for simulated boards, which take its blobs as run.

use std::time::Duration;

use rockusb::{
    chips,
    loader::{Blob, Header, Kind, Pack},
    wire::Area,
};

/// A sound loader file for a SoC, with nothing in it that could run. `None`: the SoC has no code of a packer's.
pub(super) fn loader(soc: &str) -> Option<Vec<u8>> {
    let chip = chips::by_name(soc)?;
    let blob = |kind, name: &str, start: &[u8], length: usize| {
        let mut data = vec![0x5a; length];
        data[..start.len()].copy_from_slice(start);
        Blob { kind, name: name.into(), delay: Duration::from_millis(1), data }
    };
    let tag = chip.tag.unwrap_or(*b"RKxx");
    let blobs = vec![
        blob(Kind::Download(Area::Sram), "ddr", &tag, 4096),
        blob(Kind::Download(Area::Dram), "usbplug", b"", 65536),
    ];
    let header = Header {
        new: true,
        chip: chips::code_of(soc)?,
        plain_wire: !chip.rc4,
        plain_flash: !chip.rc4,
        ..Header::default()
    };
    Pack { header, align: 2048, blobs }.build().ok()
}
