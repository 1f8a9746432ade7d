/** The one line that tells why the program could not start, and what to do. */
export function explainStartFailure(error: unknown): string {
  const { code, message, port, path } = error as { code?: string; message?: string; port?: number; path?: string };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port ?? ''} is in use. Stop what listens there, or choose another: PORT=3001 npm start`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return path
        ? `Cannot write to ${path}. Give this account the right to write there, or set HAISHI_DATA to another folder.`
        : `Not permitted: ${message ?? code}`;
    case 'ECONNREFUSED':
      return `The database does not answer (${message ?? code}). Check DATABASE_URL and that the server runs.`;
    default:
      return message ?? String(error);
  }
}
