//! `doctor`: what stands in the way between this machine and its boards.

use serde_json::json;

use super::Options;
use crate::{
    doctor::{self, Finding, Machine, Severity},
    exit::Exit,
    failure::Problem,
    report::Answer,
};

pub(super) fn run(options: &Options, machine: &Machine) -> anyhow::Result<Answer> {
    if !options.virtual_boards.is_empty() || options.replay.is_some() {
        let text = "doctor looks at this machine; virtual boards and recordings need nothing of it";
        return Err(Problem::Usage(text.into()).into());
    }
    Ok(answer(doctor::examine(machine, options.port.as_ref()), options.quiet))
}

/// The worst stands last, beside the prompt. `quiet`: what is as it should be is not said.
fn answer(mut findings: Vec<Finding>, quiet: bool) -> Answer {
    findings.sort_by_key(|finding| finding.severity);
    let mut lines: Vec<_> = findings
        .iter()
        .filter(|finding| !quiet || finding.severity > Severity::Ok)
        .map(lines)
        .collect();
    lines.push(summary(&findings));
    let fields = json!({
        "problems": count(&findings, Severity::Problem), "notes": count(&findings, Severity::Note),
        "findings": findings.iter().map(Finding::fields).collect::<Vec<_>>(),
    });
    Answer::new(lines.join("\n"), fields).exits(exit(&findings))
}

/// A board that may not be opened comes before everything else that may be wrong with it.
fn exit(findings: &[Finding]) -> Exit {
    findings.iter().map(Finding::exit).max().unwrap_or(Exit::Done)
}

fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

fn lines(finding: &Finding) -> String {
    let place = finding.port.as_ref().map(|port| format!("port {port}: ")).unwrap_or_default();
    let mut text = format!(
        "{:<8} {:<11}{place}{}",
        finding.severity.word(),
        finding.check.word(),
        finding.text
    );
    for step in finding.remedy.lines() {
        text += &format!("\n           -> {step}");
    }
    text
}

fn summary(findings: &[Finding]) -> String {
    let many =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let (problems, notes) = (count(findings, Severity::Problem), count(findings, Severity::Note));
    let verdict = match (problems, notes) {
        (0, 0) => "nothing stands in the way".into(),
        (0, _) => format!("nothing stands in the way; {}", many(notes, "note")),
        _ => format!(
            "{} and {}: what to do stands behind ->",
            many(problems, "problem"),
            many(notes, "note")
        ),
    };
    format!("\n{verdict}")
}
