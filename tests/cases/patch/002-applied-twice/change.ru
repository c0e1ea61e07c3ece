PREFIX x: <x:>
DELETE DATA { x:a x:p "1" } ;
INSERT DATA { x:a x:p "3" , "4" }
