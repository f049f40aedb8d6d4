type LaunchParams = { files?: readonly { getFile: () => Promise<File> }[] }
type LaunchQueue = { setConsumer: (consumer: (params: LaunchParams) => void) => void }

/** Receives the files the system opens with the installed app (double click on a CV or a backup). */
export function receiveLaunchedFiles(onFiles: (files: File[]) => void): void {
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue
  queue?.setConsumer((params) => {
    void Promise.allSettled((params.files ?? []).map((handle) => handle.getFile())).then((opened) => {
      const files = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      if (files.length > 0) onFiles(files)
    })
  })
}
