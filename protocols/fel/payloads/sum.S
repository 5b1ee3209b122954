@ Sums memory: the sum of its words, and the sum of all sums on the way, so that order counts too. What is not a whole
@ aligned word is summed byte by byte.

        .include "cp15.inc"

        adr     r12, parameters
        ldmia   r12, {r0, r1}                   @ address, bytes
        mov     r2, #0
        mov     r3, #0
        tst     r0, #3
        bne     bytes
words:  cmp     r1, #4
        blo     bytes
        ldr     r12, [r0], #4
        add     r2, r2, r12
        add     r3, r3, r2
        sub     r1, r1, #4
        b       words
bytes:  subs    r1, r1, #1
        bmi     done
        ldrb    r12, [r0], #1
        add     r2, r2, r12
        add     r3, r3, r2
        b       bytes
done:   adr     r12, parameters
        stmia   r12, {r2, r3}
        bx      lr
parameters:
