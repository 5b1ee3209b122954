//! `identify`.

use amlogic::{
    adnl::{self, host::Adnl},
    families::Family,
    optimus::{self, host::Optimus, wire::Lock},
};
use link::Foreign;
use serde_json::json;

use super::{Context, Identification};
use crate::{
    family::amlogic::{Program, chip_id_over_optimus},
    report::Answer,
};

/// What else a board tells.
#[derive(Default)]
struct More {
    id: Option<String>,
    secure: Option<bool>,
    uboot: Option<String>,
}

pub(super) fn run(context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    let more = match who.program {
        Program::Adnl(_) => ask_adnl(&mut context.adnl())?,
        // Whatever is asked of a locked mask ROM it refuses.
        Program::Optimus(identity) if identity.lock == Lock::Locked => More::default(),
        Program::Optimus(_) => ask_optimus(&who, &mut context.optimus())?,
    };
    Ok(answer(&who, &more))
}

fn ask_adnl(adnl: &mut Adnl<'_>) -> Result<More, adnl::host::Error> {
    let survey = adnl.survey()?;
    Ok(More { id: survey.serial, secure: survey.secure, uboot: survey.version })
}

fn ask_optimus(who: &Identification, soc: &mut Optimus<'_>) -> Result<More, optimus::host::Error> {
    let id = chip_id_over_optimus(soc)?;
    // After BL2 and U-Boot registers may be out of reach.
    let secure = match fuse(&who.families).filter(|_| who.is_rom()) {
        Some(fuse) => soc.is_secure(fuse)?,
        None => None,
    };
    Ok(More { id, secure, uboot: None })
}

/// Where secure boot shows, if all the families that a board may be of have it at the same place.
fn fuse(families: &[&'static Family]) -> Option<amlogic::families::Fuse> {
    let first = families.first()?.fuse;
    first.filter(|_| families.iter().all(|family| family.fuse == first))
}

fn answer(who: &Identification, more: &More) -> Answer {
    let lock = match who.lock() {
        Lock::Open => "open",
        Lock::Locked => "locked",
        Lock::Unlocked => "unlocked",
    };
    let secure = match more.secure {
        Some(true) => "fused: only files that the board's maker has signed will start",
        Some(false) => "not fused",
        None => "not told",
    };
    let untold = || "not told".to_owned();
    let mut text = format!(
        "protocol     {}\nstage        {}\nversion      {}\nSoC          {}\nchip id      {}\npassword     {}\nsecure boot  {secure}",
        if who.protocol() == "adnl" { "ADNL" } else { "Optimus" },
        who.mode(),
        who.version(),
        who.soc().map_or_else(untold, |soc| soc + &parts(who)),
        Foreign(more.id.clone().unwrap_or_else(untold)),
        match who.lock() {
            Lock::Open => "none wanted",
            Lock::Locked => "wanted: the mask ROM is locked",
            Lock::Unlocked => "given",
        },
    );
    if let Some(version) = &more.uboot {
        text += &format!("\nU-Boot       {}", Foreign(version));
    }
    let names: Vec<_> = who.families.iter().map(|family| family.name).collect();
    let family = who.family().map(|family| family.name);
    Answer::new(
        text,
        json!({
            "protocol": who.protocol(), "stage": who.stage(), "version": who.version(), "family": family,
            "families": names, "chip_id": more.id, "lock": lock, "secure_boot": more.secure, "uboot": more.uboot,
        }),
    )
}

/// The parts of the family, where there is only one.
fn parts(who: &Identification) -> String {
    match who.family() {
        Some(family) if !family.parts.is_empty() => format!(" ({})", family.parts.join(", ")),
        _ => String::new(),
    }
}
