// Loaded before the server: when the command that started it is gone, however it went, the server ends properly too.
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
