# readl for the D1 (T-Head C906, machine mode).

        .option norelax

        li      t0, 1 << 22                     # mxstatus.THEADISAEE: the core's own instructions and registers
        csrs    0x7c0, t0
        li      t0, 0x30013                     # mcor: caches and branch predictors emptied, so that this very code's
        csrw    0x7c2, t0                       # successors are seen as they were written
        la      a0, parameters
        lw      a1, 0(a0)                       # count
next:   addi    a0, a0, 4
        beqz    a1, done
        lwu     a2, 0(a0)
        lw      a2, 0(a2)
        sw      a2, 0(a0)
        addi    a1, a1, -1
        j       next
done:   fence
        ret
parameters:
