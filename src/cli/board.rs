//! `boards` and `virtual list`.

use serde_json::json;

use crate::{
    boards::{self, Board, Chip},
    failure::Problem,
    report::Answer,
    virt,
};

pub(super) fn run(name: Option<&str>) -> anyhow::Result<Answer> {
    let Some(name) = name else { return Ok(table()) };
    let unknown = || {
        Problem::Usage(format!(
            "there is no board `{name}` in the database; `racklet-flash boards` lists them"
        ))
    };
    Ok(card(boards::by_name(name).ok_or_else(unknown)?))
}

fn table() -> Answer {
    let lines: Vec<_> = boards::all()
        .iter()
        .map(|board| format!("{:23} {:7} {}", board.name, board.soc, board.title))
        .collect();
    let names: Vec<_> = boards::all()
        .iter()
        .map(|board| json!({"name": board.name, "soc": board.soc, "title": board.title}))
        .collect();
    Answer::new(lines.join("\n"), json!({"boards": names}))
}

fn card(board: &Board) -> Answer {
    let family = board.family();
    // A mask ROM on a serial line has no number to be known by.
    let number = match board.chip() {
        Chip::Allwinner(chip) => Some(("FEL id", chip.id)),
        Chip::Rockchip(chip) => Some(("USB product id", chip.product)),
        Chip::Amlogic(family) => Some(("family id", family.id.into())),
        Chip::Starfive(_) => None,
    };
    let recovery: Vec<_> =
        board.recovery.as_deref().into_iter().chain([family.recovery.as_str()]).collect();
    let text = format!(
        "{} ({})\n  SoC       {} {}{}\n  recovery  through {}.\n            {}\n  storage   {}\n  virtual   {}",
        board.title,
        board.name,
        family.vendor,
        board.soc,
        number.map_or_else(String::new, |(kind, id)| format!(" ({kind} {id:#06x})")),
        board.port,
        recovery.join("\n            "),
        board.storage.iter().map(|storage| storage.name()).collect::<Vec<_>>().join(", "),
        match (number, &board.profile, &board.qemu) {
            (None, ..) => "on a modelled line, or on a pty".into(),
            (_, Some(profile), _) => format!("a ROM like that of {profile}"),
            (_, None, Some(machine)) => format!("memory engine, or QEMU's machine {machine}"),
            (_, None, None) => "memory engine".into(),
        },
    );
    let mut fields = json!({"name": board.name, "title": board.title, "vendor": family.vendor, "soc": board.soc});
    if let Some((_, id)) = number {
        fields["id"] = json!(id);
    }
    fields["recovery"] = json!(recovery.join(" "));
    fields["port"] = json!(board.port);
    fields["storage"] = json!(board.storage);
    if number.is_some() {
        fields["qemu"] = json!(board.qemu);
        fields["profile"] = json!(board.profile);
    }
    Answer::new(text, fields)
}

/// What carries a virtual board.
fn carriers(board: &Board) -> String {
    match (&board.profile, &board.qemu) {
        _ if board.is_serial() => "serial line".into(),
        (Some(profile), _) => format!("profile={profile}"),
        (None, Some(_)) => "engine=memory, engine=qemu".into(),
        (None, None) => "engine=memory".into(),
    }
}

pub(super) fn virtual_list() -> Answer {
    let lines: Vec<_> = boards::all()
        .iter()
        .map(|board| format!("{:23} {}", board.name, carriers(board)))
        .collect();
    let fields =
        |board: &Board| json!({"name": board.name, "qemu": board.qemu, "profile": board.profile});
    let names: Vec<_> = boards::all().iter().map(fields).collect();
    let options = virt::options();
    Answer::new(
        format!("{}\n\n{}\n\n{}", lines.join("\n"), options, virt::SERIAL_OPTIONS),
        json!({"boards": names, "options": options, "serial_options": virt::SERIAL_OPTIONS}),
    )
}
