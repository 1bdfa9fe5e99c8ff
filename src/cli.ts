console.error('unknown command')
