import MailComposer from 'nodemailer/lib/mail-composer/index.js';

/** The bytes of a mail, as a mail program writes them. */
export function rawMail(mail: ConstructorParameters<typeof MailComposer>[0] = {}): Promise<Buffer> {
  return new MailComposer({
    from: 'Odile Martin <odile@exemple.fr>',
    to: 'demandes@ouestville.example',
    subject: 'Trou rue des Lilas',
    text: 'Un trou profond devant le 12.',
    ...mail,
  })
    .compile()
    .build();
}
