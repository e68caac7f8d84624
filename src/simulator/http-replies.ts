/** The replies over a connection, and the HTML pages of the machines in front of Telegram. */
export type Reply = {
  /** `reset` cuts the connection, `none` leaves it open without an answer. */
  status: number | 'reset' | 'none';
  type?: string;
  body?: string | Buffer;
  retryAfter?: number;
  /** Only this many bytes go out, then the connection ends. */
  cutAt?: number;
};

export function htmlPage(status: number, title: string): Reply {
  const heading = `${status} ${title}`;
  return {
    status,
    type: 'text/html',
    body: `<html>\r\n<head><title>${heading}</title></head>\r\n<body>\r\n<center><h1>${heading}</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n`,
  };
}

export const tooBig: Reply = htmlPage(413, 'Request Entity Too Large');
