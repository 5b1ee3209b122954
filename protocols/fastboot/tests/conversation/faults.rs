//! Every transfer of a conversation is made to fail, in every way.

use fastboot::{
    host::{Error, Fastboot},
    rom::{Program, Traits},
    wire::Reboot,
};
use link::{
    Classify, Fault, Silent,
    cable::{Cable, KINDS, Kind},
};

use crate::board::{Shared, board, noise, pieces, uboot};

const LENGTH: usize = 300_001;

fn write(cable: &mut Cable, image: &[u8]) -> Result<(), Error> {
    let mut host = Fastboot::new(cable);
    let size = host.getvar("partition-size:root")?;
    assert!(size.is_none_or(|size| size.len() < 20));
    host.flash_image("root", &mut pieces(image, 65_536), &mut |_| {}, &mut Silent)?;
    Ok(())
}

fn holds(emmc: &Shared, image: &[u8]) -> bool {
    emmc.bytes(1 << 20, image.len()) == image
}

#[test]
fn every_transfer_of_a_write_may_fail() {
    let image = noise(LENGTH);
    let new = || uboot(65_536, Traits { info: 1, ..Traits::default() });
    let (mut cable, emmc) = new();
    write(&mut cable, &image).expect("without faults");
    assert!(holds(&emmc, &image));
    let count = cable.counts.transfers;
    assert!(count > 30, "{count} transfers");
    let mut spoilt = 0;
    for index in 1..=count {
        for kind in KINDS {
            let (mut cable, emmc) = new();
            cable.fault = Some((index, kind));
            let what = format!("{kind:?} at transfer {index}");
            match write(&mut cable, &image) {
                // Data have no sum: what arrives as something else is written as that, which is why OKAY verifies nothing. A
                // question is asked again, and a line for the user may lose its end.
                Ok(()) => {
                    assert_ne!(kind, Kind::Disconnect, "{what}");
                    assert!(kind == Kind::Garbage || holds(&emmc, &image), "{what}");
                    spoilt += usize::from(!holds(&emmc, &image));
                }
                Err(error) => {
                    assert_eq!(
                        error.fault() == Some(Fault::Gone),
                        kind == Kind::Disconnect,
                        "{what}: {error}"
                    );
                    assert!(!error.to_string().is_empty() && error.step().is_some());
                }
            }
            if kind == Kind::Disconnect {
                continue;
            }
            // The device waits for data, has an answer left, or is as before.
            cable.fault = None;
            write(&mut cable, &image).unwrap_or_else(|error| panic!("{what}, again: {error}"));
            assert!(holds(&emmc, &image), "{what}");
        }
    }
    // One for each piece.
    assert_eq!(spoilt, 5);
}

/// The same conversation goes on after a fault, where the device is not waiting for data.
#[test]
fn a_conversation_is_mended() {
    for (index, kind) in
        [(2, Kind::TimedOut), (2, Kind::Garbage), (2, Kind::Stall), (1, Kind::Stall)]
    {
        let (mut cable, _) = uboot(65_536, Traits::default());
        cable.fault = Some((index, kind));
        let mut host = Fastboot::new(&mut cable);
        host.getvar("version").expect("asked again");
        assert_eq!(host.getvar("current-slot").expect("mended").as_deref(), Some("a"), "{kind:?}");
    }
}

/// Data that broke off, by this tool or by another that was ended: the device takes all that comes for the rest of them.
#[test]
fn a_device_that_waits_for_data_is_given_them() {
    for length in [20_000, 512, 513, 2 << 20] {
        let (mut cable, emmc) = uboot(4 << 20, Traits::default());
        cable.fault = Some((3, Kind::Short));
        Fastboot::new(&mut cable)
            .stage(&mut &noise(length)[..], &mut Silent)
            .expect_err("half of it");
        let mut host = Fastboot::new(&mut cable);
        assert_eq!(host.getvar("version").expect("it answers").as_deref(), Some("0.4"), "{length}");
        let image = noise(3000);
        host.flash("root", &mut &image[..], &mut Silent).expect("all is well again");
        assert!(holds(&emmc, &image));
    }
}

/// A board that restarts may be gone before its answer was fetched.
#[test]
fn a_board_that_leaves_early_has_left() {
    let (mut cable, _) = board("licheepi-4a", Program::Th1520Rom, Traits::default());
    cable.fault = Some((2, Kind::Disconnect));
    Fastboot::new(&mut cable).reboot(Reboot::System).expect("it left");
    let (mut cable, _) = board("licheepi-4a", Program::Th1520Rom, Traits::default());
    cable.fault = Some((1, Kind::Disconnect));
    Fastboot::new(&mut cable).reboot(Reboot::System).expect_err("nothing was said");
}
