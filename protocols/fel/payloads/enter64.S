@ Warm reset into AArch64: the entry goes into the reset vector's register, then RMR asks for the reset.

        .include "cp15.inc"

        adr     r2, parameters
        ldmia   r2, {r0, r1}                    @ RVBAR register, entry
        str     r1, [r0]
        drain   r0
        mcr     p15, 0, r0, c7, c5, 4           @ every core that knows AArch64 has this barrier
        mrc     p15, 0, r0, c12, c0, 2          @ RMR
        orr     r0, r0, #3                      @ reset request, AArch64
        mcr     p15, 0, r0, c12, c0, 2
        mcr     p15, 0, r0, c7, c5, 4
sleep:  .inst   0xe320f003                      @ wfi: the reset comes when the core is idle
        b       sleep
parameters:
