//! `identify`.

use link::Foreign;
use serde_json::json;

use super::Context;
use crate::{family::fastboot::Details, number::size, report::Answer};

/// What `fastboot identify --help` ends with.
pub(super) const IDENTIFY: &str = "\
Examples:
  racklet-flash fastboot identify
  racklet-flash fastboot identify --virtual bananapi/f3:mode=uboot";

pub(super) fn run(context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    let details = Details::ask(context.board)?;
    let told = |value: &Option<String>| {
        Foreign(value.clone().unwrap_or_else(|| "not reported".into())).to_string()
    };
    let socs = who.program.socs().join("/");
    let text = format!(
        "protocol     fastboot {}\nstage        {}\nSoC          {}\nproduct      {}\nboot loader  {}\nserial       {}\ndownloads    {}",
        told(&details.version),
        who.program.mode(),
        if socs.is_empty() { "not reported" } else { &socs },
        told(&who.product),
        told(&details.loader),
        told(&details.serial),
        who.limit.map_or_else(
            || "not reported".into(),
            |limit| format!("at most {}", size(limit.into()))
        ),
    );
    Ok(Answer::new(
        text,
        json!({
            "protocol": "fastboot", "stage": who.program.stage().name(), "version": details.version,
            "soc": (!socs.is_empty()).then_some(socs), "product": who.product, "boot_loader": details.loader,
            "serial": details.serial, "download_limit": who.limit,
        }),
    ))
}
