export interface FileTables {
  file: {
    territory_id: string;
    id: string;
    sha256: string;
    thumb_sha256: string;
    type: string;
    width: number;
    height: number;
    bytes: number;
    created_at: Date;
    attached_at: Date | null;
  };
}
