//! Our host against their mock device.
//!
//! The mock takes their own commands only, through a typed client. Every command block of ours is read by their parser
//! and handed on; data and status come back as their device and their encoder make them. The mock does not know TEST
//! UNIT READY, which is answered here.

use std::time::Duration;

use link::{
    Check, Counts, Data, ExchangeError, Fault, Phase, Pipe, Setup, Silent, UsbError, UsbLink, Watch,
};
use ours::{
    host::{Download, Rock, download},
    wire::{Area, Csw, FlashInfo, ResetKind, SumKind},
};
use rockusb::protocol::{CommandBlock, CommandCode, CommandStatus, ResetOpcode, Status};
use rockusb_mock::{MockDevice, MockDeviceConfig};

struct MockLink(MockDevice);

const BROKEN: UsbError = UsbError { pipe: Pipe::Out, fault: Fault::Bus };

impl MockLink {
    fn new(sectors: usize) -> Self {
        let flash = vec![0x11; sectors * 512];
        let config = MockDeviceConfig {
            flash,
            chip_info: *b"8853\0\0\0\0\0\0\0\0\0\0\0\0",
            flash_info_extra: [4, 0, 40, 0, 1],
            ..MockDeviceConfig::default()
        };
        Self(MockDevice::new(config).expect("whole sectors"))
    }

    /// Carries out a block with the data of an OUT phase; the data of an IN phase.
    fn carry_out(&mut self, block: &CommandBlock, data: &[u8]) -> Result<Vec<u8>, UsbError> {
        let device = self.0.device();
        let wanted = block.transfer_length() as usize;
        let reply = match block.cd_code() {
            CommandCode::ReadFlashId => device.flash_id().map(|id| id.to_str().as_bytes().to_vec()),
            CommandCode::ReadChipInfo => device.chip_info().map(|info| info.inner().to_vec()),
            CommandCode::ReadCapability => device.capability().map(|bits| bits.inner().to_vec()),
            CommandCode::ReadFlashInfo => device.flash_info().map(|info| {
                let (sectors, block) = (info.sectors(), 64);
                let info =
                    FlashInfo { sectors, block, page: 4, ecc: 0, access: 40, maker: 0, chips: 1 };
                info.to_bytes().to_vec()
            }),
            CommandCode::ReadLBA => {
                let mut bytes = vec![0; wanted];
                device.read_lba(block.cd_address(), &mut bytes).map(|_| bytes)
            }
            CommandCode::WriteLBA => device.write_lba(block.cd_address(), data).map(|_| vec![]),
            CommandCode::EraseLBA => {
                device.erase_lba(block.cd_address(), block.cd_length()).map(|()| vec![])
            }
            CommandCode::DeviceReset => {
                let kind = ResetOpcode::try_from(block.cd_opcode()).map_err(|_| BROKEN)?;
                device.reset_device(kind).map(|()| vec![])
            }
            CommandCode::TestUnitReady => Ok(vec![]),
            other => panic!("the host sent {other:?}"),
        };
        let reply = reply.map_err(|_| BROKEN)?;
        assert!(wanted == reply.len() || wanted == data.len(), "{block:?}");
        Ok(reply)
    }

    fn command(&mut self, phases: &mut [Phase<'_>]) -> Result<(), UsbError> {
        let Data::Out(bytes) = phases[0].data else { return Err(BROKEN) };
        let block = CommandBlock::from_bytes(bytes).map_err(|_| BROKEN)?;
        let mut sent = Vec::new();
        if let Data::From(source) = &mut phases[1].data {
            sent = vec![0; source.size() as usize];
            source.read_at(0, &mut sent).map_err(|_| BROKEN)?;
        }
        let reply = self.carry_out(&block, &sent)?;
        let count = phases.len();
        match &mut phases[1].data {
            Data::Into { sink, .. } => sink.write(&reply).map_err(|_| BROKEN)?,
            Data::In(buf) if count == 3 => {
                buf[..reply.len()].copy_from_slice(&reply);
                phases[1].done = reply.len() as u64;
            }
            _ => {}
        }
        let status = CommandStatus { tag: block.tag(), residue: 0, status: Status::SUCCESS };
        let last = phases.len() - 1;
        if let Data::In(buf) = &mut phases[last].data {
            status.to_bytes(buf);
            phases[last].done = Csw::SIZE as u64;
        }
        Ok(())
    }
}

impl UsbLink for MockLink {
    fn control_out(&mut self, _: Setup, _: &[u8], _: Duration) -> Result<(), UsbError> {
        Err(BROKEN)
    }

    fn control_in(&mut self, _: Setup, _: &mut [u8], _: Duration) -> Result<usize, UsbError> {
        Err(BROKEN)
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        _: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        self.command(phases).map_err(|error| ExchangeError::Usb { phase: 0, error })
    }

    fn clear_halt(&mut self, _: Pipe) -> Result<(), UsbError> {
        Ok(())
    }

    fn pause(&mut self, _: Duration) -> Result<(), UsbError> {
        Ok(())
    }

    fn max_packet(&self) -> usize {
        512
    }

    fn counts(&self) -> Counts {
        Counts::default()
    }
}

#[test]
fn our_host_surveys_writes_verifies_and_erases_their_mock() {
    let mut link = MockLink::new(8192);
    let data: Vec<u8> = (0..3_000_000_u32).map(|index| (index % 253) as u8).collect();
    let mut rock = Rock::new(&mut link);
    let survey = rock.survey().expect("a survey");
    assert_eq!(survey.chip.map(|chip| chip.name()).as_deref(), Some("3588"));
    assert_eq!(survey.sectors(), Some(8192));
    let mut writer = rock.writer(&survey, Check::Best);
    writer.write(100, &mut &data[..], &mut Silent).expect("written");
    let known = writer.finish(&mut Silent).expect("holds");
    assert!(known.is_complete());
    let mut found = Vec::new();
    rock.read(&survey, 100, 5860, false, &mut found, &mut Silent).expect("read");
    assert_eq!(found[..data.len()], data);
    rock.erase(&survey, 100, 16, &mut Silent).expect("erased");
    rock.reset(ResetKind::Maskrom).expect("acknowledged");
    assert_eq!(link.0.flash()[51_200..59_392], [0xff; 8192]);
    assert_eq!(link.0.flash()[59_392..][..2_000_000], data[8192..][..2_000_000]);
    assert_eq!(link.0.flash()[..51_200], [0x11; 51_200]);
    assert_eq!(link.0.last_reset(), Some(ResetOpcode::Maskrom));
}

/// Their client sends a blob to their mock, our download is collected: what arrives is the same.
#[test]
fn our_downloads_are_the_bytes_of_theirs() {
    struct Collect(Vec<(u16, Vec<u8>)>);
    impl UsbLink for Collect {
        fn control_out(&mut self, setup: Setup, data: &[u8], _: Duration) -> Result<(), UsbError> {
            self.0.push((setup.index, data.to_vec()));
            Ok(())
        }
        fn control_in(&mut self, _: Setup, _: &mut [u8], _: Duration) -> Result<usize, UsbError> {
            Err(BROKEN)
        }
        fn exchange(
            &mut self,
            _: &mut [Phase<'_>],
            _: &mut dyn Watch,
        ) -> Result<(), ExchangeError> {
            Err(ExchangeError::Usb { phase: 0, error: BROKEN })
        }
        fn clear_halt(&mut self, _: Pipe) -> Result<(), UsbError> {
            Err(BROKEN)
        }
        fn pause(&mut self, _: Duration) -> Result<(), UsbError> {
            Ok(())
        }
        fn max_packet(&self) -> usize {
            512
        }
        fn counts(&self) -> Counts {
            Counts::default()
        }
    }
    let chip = ours::chips::by_name("RK3588").expect("known");
    for sum in [SumKind::Crc, SumKind::Zero] {
        for length in [1, 4093, 4094, 4095, 4096, 4097, 8190, 8191, 8192, 100_000] {
            let blob: Vec<u8> = (0..length).map(|index| (7 * index + 3) as u8).collect();
            let mut ours = Download::raw(Area::Sram, "blob".into(), &blob, chip);
            ours.sum = sum;
            let mut collect = Collect(Vec::new());
            download(&mut collect, &[ours], &mut Silent).expect("collected");
            assert!(collect.0.iter().all(|(index, _)| *index == 0x471));
            let all: Vec<u8> = collect.0.into_iter().flat_map(|(_, piece)| piece).collect();
            let mut mock = MockDevice::default();
            match sum {
                SumKind::Crc => mock.device().write_maskrom_area(0x471, &blob),
                SumKind::Zero => mock.device().write_maskrom_area_no_crc(0x471, &blob),
            }
            .expect("taken");
            assert!(mock.maskrom_area(0x471) == Some(&all[..]), "{length} {sum:?}");
        }
    }
}
