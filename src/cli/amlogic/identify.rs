//! `identify`.

use amlogic::optimus::wire::Lock;
use link::Foreign;
use serde_json::json;

use super::{Context, Identification};
use crate::{family::amlogic::Details, report::Answer};

pub(super) fn run(context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    let details = Details::ask(context.board, &who)?;
    Ok(answer(&who, &details))
}

fn answer(who: &Identification, details: &Details) -> Answer {
    let lock = match who.lock() {
        Lock::Open => "open",
        Lock::Locked => "locked",
        Lock::Unlocked => "unlocked",
    };
    let secure = match details.secure {
        Some(true) => "fused: only files that the board's maker has signed will start",
        Some(false) => "not fused",
        None => "not reported",
    };
    let untold = || "not reported".to_owned();
    let mut text = format!(
        "protocol     {}\nstage        {}\nversion      {}\nSoC          {}\nchip id      {}\npassword     {}\nsecure boot  {secure}",
        if who.protocol() == "adnl" { "ADNL" } else { "Optimus" },
        who.mode(),
        who.version(),
        who.soc().map_or_else(untold, |soc| soc + &parts(who)),
        Foreign(details.chip_id.clone().unwrap_or_else(untold)),
        match who.lock() {
            Lock::Open => "none wanted",
            Lock::Locked => "wanted: the mask ROM is locked",
            Lock::Unlocked => "given",
        },
    );
    if let Some(version) = &details.uboot {
        text += &format!("\nU-Boot       {}", Foreign(version));
    }
    let names: Vec<_> = who.families.iter().map(|family| family.name).collect();
    let family = who.family().map(|family| family.name);
    Answer::new(
        text,
        json!({
            "protocol": who.protocol(), "stage": who.stage(), "version": who.version(), "family": family,
            "families": names, "chip_id": details.chip_id, "lock": lock, "secure_boot": details.secure,
            "uboot": details.uboot,
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
