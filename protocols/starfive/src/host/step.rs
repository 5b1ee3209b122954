//! The steps before U-Boot's prompt.

use ::uboot::host::Step;
use link::StepId;

/// Sending the first program to the mask ROM.
pub const ROM: Step = Step::new(&(StepId::START, "mask ROM"));
/// The SPL starts and finds its boot medium.
pub const SPL: Step = Step::new(&(StepId::START, "SPL"));
/// Sending U-Boot to the SPL.
pub const UBOOT: Step = Step::new(&(StepId::START, "loading U-Boot"));
/// The menu of the vendor's recovery program.
pub const AGENT: Step = Step::new(&(StepId::COMMAND, "recovery menu"));
