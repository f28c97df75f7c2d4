import fc from 'fast-check'

// A check of a change has to say the same twice; on the machines of developers each run tries other texts.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 1808 })
