//! `boards` and `virtual list`.

use serde_json::json;

use crate::{
    boards::{self, Board, Chip},
    failure::Problem,
    report::Answer,
    transport::virt,
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
    let (id, kind) = match board.chip() {
        Chip::Allwinner(chip) => (chip.id, "FEL id"),
        Chip::Rockchip(chip) => (chip.product, "USB product id"),
        Chip::Starfive(_) => return serial_card(board),
    };
    let text = format!(
        "{} ({})\n  SoC       {} {} ({kind} {id:#06x})\n  recovery  through {}.\n            {}\n  storage   {}\n  virtual   {}",
        board.title,
        board.name,
        family.vendor,
        board.soc,
        board.port,
        family.recovery,
        board.storage.join(", "),
        match (&board.profile, &board.qemu) {
            (Some(profile), _) => format!("a ROM like that of {profile}"),
            (None, Some(machine)) => format!("memory engine, or QEMU's machine {machine}"),
            (None, None) => "memory engine".into(),
        },
    );
    let fields = json!({
        "name": board.name, "title": board.title, "vendor": family.vendor, "soc": board.soc, "id": id,
        "recovery": family.recovery, "port": board.port, "storage": board.storage, "qemu": board.qemu, "profile": board.profile,
    });
    Answer::new(text, fields)
}

/// A board whose mask ROM is on a serial line: it has no number to be known by.
fn serial_card(board: &Board) -> Answer {
    let family = board.family();
    let text = format!(
        "{} ({})\n  SoC       {} {}\n  recovery  through {}.\n            {}\n  storage   {}\n  virtual   on a modelled line, or on a pty",
        board.title,
        board.name,
        family.vendor,
        board.soc,
        board.port,
        family.recovery,
        board.storage.join(", "),
    );
    let fields = json!({
        "name": board.name, "title": board.title, "vendor": family.vendor, "soc": board.soc,
        "recovery": family.recovery, "port": board.port, "storage": board.storage,
    });
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
    Answer::new(
        format!("{}\n\n{}\n\n{}", lines.join("\n"), virt::OPTIONS, virt::SERIAL_OPTIONS),
        json!({"boards": names, "options": virt::OPTIONS, "serial_options": virt::SERIAL_OPTIONS}),
    )
}
