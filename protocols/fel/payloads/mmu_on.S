@ Switches on MMU, instruction cache and branch prediction with the table and the domains that are given.

        .include "cp15.inc"

        adr     r3, parameters
        ldmia   r3, {r0, r1, r2}
        mcr     p15, 0, r0, c3, c0, 0           @ DACR
        mcr     p15, 0, r1, c2, c0, 2           @ TTBCR
        mcr     p15, 0, r2, c2, c0, 0           @ TTBR0
        mov     r0, #0
        mcr     p15, 0, r0, c8, c7, 0           @ TLBs
        mcr     p15, 0, r0, c7, c5, 0           @ instruction cache
        mcr     p15, 0, r0, c7, c5, 6           @ branch predictors
        drain   r0
        synchronise r0, r1
        mrc     p15, 0, r0, c1, c0, 0
        orr     r0, r0, #1                      @ M
        orr     r0, r0, #0x1800                 @ I, Z
        mcr     p15, 0, r0, c1, c0, 0
        synchronise r0, r1
        bx      lr
parameters:
