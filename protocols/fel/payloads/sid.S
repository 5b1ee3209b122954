@ Reads eFuse words through the SID's own registers: PRCTL (0x40) takes offset, key and the read bit, which falls when
@ RDKEY (0x60) holds the word.

        .include "cp15.inc"

        adr     r12, parameters
        ldmia   r12!, {r0, r1, r2}              @ base, offset, count; r12 is left at the results
next:   subs    r2, r2, #1
        bmi     done
        mov     r3, r1, lsl #16
        orr     r3, r3, #0xac00                 @ the key that PRCTL wants
        orr     r3, r3, #2                      @ read
        str     r3, [r0, #0x40]
wait:   ldr     r3, [r0, #0x40]
        tst     r3, #2
        bne     wait
        ldr     r3, [r0, #0x60]
        str     r3, [r12], #4
        add     r1, r1, #4
        b       next
done:   mov     r3, #0
        str     r3, [r0, #0x40]
        bx      lr
parameters:
