/// What a database of the third version lacks.
enum SchemaV4 {
    /// Where the roll call says that the unit has no landline, the mobile is the first way.
    ///
    /// The third version refused it there, although the decision asks for it.
    static let rollCalls = """
        DROP TRIGGER roll_call_try_order;
        CREATE TRIGGER roll_call_try_order BEFORE INSERT ON roll_call_try
        WHEN CASE NEW.way
            WHEN 'landline' THEN EXISTS (
                SELECT 1 FROM roll_call_try WHERE call = NEW.call AND unit = NEW.unit AND post = NEW.post)
            WHEN 'mobile' THEN NOT EXISTS (
                SELECT 1 FROM roll_call_try WHERE call = NEW.call AND unit = NEW.unit AND post = NEW.post
                    AND way = 'landline')
                AND NOT EXISTS (
                    SELECT 1 FROM roll_call, json_each(roll_call.body, '$.posts') AS called
                    WHERE roll_call.number = NEW.call AND json_extract(called.value, '$.unit') = NEW.unit
                        AND json_extract(called.value, '$.post') = NEW.post
                        AND json_extract(called.value, '$.hasLandline') = 0)
            ELSE NOT EXISTS (
                SELECT 1 FROM roll_call_try WHERE call = NEW.call AND unit = NEW.unit AND post = NEW.post
                    AND way = 'mobile' AND json_extract(body, '$.outcome') = 'answered')
            END
        BEGIN SELECT RAISE(ABORT, 'landline, then mobile, then call back'); END;

        """
}
