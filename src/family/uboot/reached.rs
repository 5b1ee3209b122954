//! Storage and a network that U-Boot has found.

use std::time::Duration;

use anyhow::Context as _;
use link::{Source, StepId, Watch};
use uboot::{
    host::{Console, Prompt, Step},
    memory::Ram,
};

use super::{disk::CHOOSE, lease::lease, network::Network, store::Store, target::Target};
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{BlockTarget, Context, Medium},
    net::Addressing,
    transport::SerialLink,
};

const MEMORY: Step = Step::new(&(StepId::CHOOSE, "finding free memory"));
/// What is loaded at once, in bytes: longer ones gain nothing, and take as long to be sent again.
const MOST: u64 = 64 << 20;
/// The least that is worth it.
const LEAST: u64 = 1 << 20;

/// What U-Boot has found of its board, and chosen.
pub(crate) struct Reached {
    pub(super) store: Store,
    pub(super) network: Network,
    pub(super) room: Room,
    pub(super) guard: Option<Guard>,
}

/// What is wanted of a U-Boot at its prompt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) storage: Storage,
    /// The network to reach it over.
    pub(crate) net: Option<Addressing>,
    /// What may stand at the beginning of storage.
    pub(crate) guard: Option<Guard>,
}

/// What a mask ROM wants the beginning of storage to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guard {
    /// Sectors that say whether the board will start.
    pub(crate) sectors: u64,
    /// Refuses bytes that would keep the board from starting, were they there.
    pub(crate) judge: fn(&[u8]) -> Result<(), Problem>,
}

impl Guard {
    /// Judges bytes that are to be written from sector `start` on.
    pub(crate) fn judge(&self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        if start > 0 {
            return Ok(());
        }
        let mut head = vec![0; bytes.size() as usize];
        bytes.read_at(0, &mut head).map_err(anyhow::Error::from_boxed)?;
        Ok((self.judge)(&head)?)
    }
}

/// Memory that a load may use: where it goes to, and where storage is read back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) load: u64,
    pub(super) check: u64,
    /// Bytes of each.
    pub(super) bytes: u64,
}

impl Reached {
    /// Storage that U-Boot drives, as a target: it is found first where one is wanted, or else it is the one in `reached`.
    pub(crate) fn open<'r>(
        reached: &'r mut Option<Self>,
        link: &'r mut SerialLink,
        wanted: Option<Wanted>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + 'r>> {
        if let Some(wanted) = wanted {
            *reached = Some(Self::find(link, wanted, cx)?);
        }
        let reached = reached.as_ref().context("no storage was chosen")?;
        Ok(Box::new(Target::new(reached, link)))
    }

    /// Has U-Boot at its prompt find storage and the network. Nothing on the board is changed. Fails where one of them is
    /// not there, or there is too little memory.
    fn find(
        link: &mut SerialLink,
        Wanted { storage, net, guard }: Wanted,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Self> {
        let net = net.context("Ethernet was chosen, so a network was named")?;
        let subnet = match net {
            Addressing::Fixed(subnet) => subnet,
            Addressing::Dhcp => lease(&mut Prompt::answered(&mut Console::new(link, cx.desk)))?,
        };
        let network = Network::open(subnet, cx.stop)?;
        cx.desk.detail(&network.words());
        let mut console = Console::new(link, cx.desk);
        let mut prompt = Prompt::answered(&mut console);
        let room = Room::find(&mut prompt)?;
        require_sums(&mut prompt, room.check)?;
        let store = Store::choose(&mut prompt, storage, room.check)?;
        if let Some(note) = unused(store.medium()) {
            prompt.console().note(&note);
        }
        network.join(&mut prompt)?;
        Ok(Self { store, network, room, guard })
    }
}

/// Has U-Boot go back to the eMMC's user area where one of its boot partitions was chosen: what comes next on the board may
/// take that for granted.
pub(crate) fn leave(
    reached: Option<&Reached>,
    link: &mut SerialLink,
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    let Some(command) = reached.and_then(|reached| reached.store.leave()) else { return Ok(()) };
    let mut console = Console::new(link, watch);
    Prompt::answered(&mut console).ask(CHOOSE, command, Duration::from_secs(10), |_| Some(()))?;
    Ok(())
}

/// A boot partition that the SoC does not start from, as the eMMC is set, and what sets it.
fn unused(medium: &Medium) -> Option<String> {
    let (storage, boots) = (medium.kind?, medium.boots?);
    let name = storage.name().strip_prefix("emmc-")?;
    (boots != name).then(|| {
        format!(
            "the eMMC is set to start from `{boots}`, not from {name}; that stays so, unless --set-boot is given"
        )
    })
}

/// Makes sure that U-Boot sums memory: nothing else tells whether data have arrived.
fn require_sums(prompt: &mut Prompt<'_, '_>, address: u64) -> anyhow::Result<()> {
    let output = prompt.run(&format!("crc32 {address:#x} 0x4"), Duration::from_secs(10))?;
    if !output.is_unknown() {
        return Ok(());
    }
    let text =
        "this U-Boot has no command `crc32`, which proves what has arrived; nothing was written";
    let advice = "use a U-Boot that is built with it (CONFIG_CMD_CRC32)";
    Err(Problem::Refused(text.into()).advised(advice).into())
}

impl Room {
    pub(super) fn find(prompt: &mut Prompt<'_, '_>) -> anyhow::Result<Self> {
        let ram = prompt.ask(MEMORY, "bdinfo", Duration::from_secs(10), Ram::parse)?;
        let free = ram.largest_free().unwrap_or_default();
        let load = free.start.next_multiple_of(LEAST);
        let bytes = (free.end.saturating_sub(load) / 2).min(MOST) / LEAST * LEAST;
        match bytes {
            0 => Err(Problem::Refused("U-Boot has less than 2 MiB of memory free".into()).into()),
            _ => Ok(Self { load, check: load + bytes, bytes }),
        }
    }
}
