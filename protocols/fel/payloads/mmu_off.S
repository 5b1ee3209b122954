@ Switches off MMU, instruction cache and branch prediction. The mapping is the identity and the data cache is off, so
@ the next instruction is fetched from the same place.

        .include "cp15.inc"

        drain   r0
        mrc     p15, 0, r0, c1, c0, 0
        bic     r0, r0, #1                      @ M
        bic     r0, r0, #0x1800                 @ I, Z
        mcr     p15, 0, r0, c1, c0, 0
        mov     r0, #0
        mcr     p15, 0, r0, c7, c5, 0           @ instruction cache: what it holds is stale once an SPL is swapped in
        mcr     p15, 0, r0, c8, c7, 0           @ TLBs
        drain   r0
        synchronise r0, r1
        bx      lr
parameters:
