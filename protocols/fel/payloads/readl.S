@ Reads 32-bit registers: each address of the list is replaced by the word found there.

        .include "cp15.inc"

        adr     r0, parameters
        ldr     r1, [r0], #4                    @ count
next:   subs    r1, r1, #1
        bxmi    lr
        ldr     r2, [r0]
        ldr     r2, [r2]
        str     r2, [r0], #4
        b       next
parameters:
