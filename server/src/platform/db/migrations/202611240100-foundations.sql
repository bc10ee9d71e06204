CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Distributes a table where Citus is installed and does nothing elsewhere, so that one schema
-- serves a village and a national host. Foreign keys are added after it.
CREATE FUNCTION app.distribute(name regclass, column_name text, colocate_with text DEFAULT 'default')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    EXECUTE format('SELECT create_distributed_table(%L, %L, colocate_with => %L)',
                   name, column_name, colocate_with);
  END IF;
END $$;

-- French full text that forgives accents: « élagage » and « elagage » are one word.
CREATE TEXT SEARCH CONFIGURATION app.french (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION app.french
  ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword
  WITH unaccent, french_stem;

-- unaccent() is only STABLE because its dictionary could change; ours does not, and an index
-- expression needs IMMUTABLE.
CREATE FUNCTION app.fold(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;
